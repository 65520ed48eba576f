/** What must be true before the service goes on Cloudflare, and the sentence for each thing that is not. Pure. */

export interface Situation {
  /** `database_id` of the binding DB in wrangler.toml; null when there is no such binding. */
  readonly databaseId: string | null;
  /** Whether wrangler.toml gives the worker an address: a route, or a custom domain. */
  readonly hasAddress: boolean;
  /** Versions of a questionnaire in the folder that are not locked, as `esms/1.2.0`. */
  readonly drafts: readonly string[];
  /** The version of the widget when it is not kept in widget/published; null when it is. */
  readonly unkeptWidget: string | null;
  /** Files that differ from the last commit; null when this is no git repository. */
  readonly changed: readonly string[] | null;
  /** Whether wrangler has a token, or a login. */
  readonly authenticated: boolean;
  /** Where the database may run and store, as Cloudflare says it; null: anywhere, or not to be read. */
  readonly jurisdiction: string | null;
}

/** What the repository holds in the place of an id: whoever deploys has a database of their own. */
const PLACEHOLDER = /^[0-]*$/;

/** What the pages promise about the database (questionnaires/words/fr/confidentialite.yaml): it stays in the Union. */
const JURISDICTION = "eu";

/** Whether an id of a database is none yet. */
export function isPlaceholder(id: string): boolean {
  return PLACEHOLDER.test(id);
}

/** One sentence per thing that is missing, in the order in which to mend them; none = it can go. */
export function refusals(situation: Situation): readonly string[] {
  const missing = ofTheFiles(situation);
  if (!situation.authenticated) return [...missing, NOT_LOGGED_IN];
  if (missing.length > 0 || situation.jurisdiction === JURISDICTION) return missing; // an unnamed database has none
  const where = situation.jurisdiction === null ? "is bound to no jurisdiction" : `is in ${situation.jurisdiction}`;
  return [`The database ${where}, or cannot be read: ${IN_THE_UNION}`];
}

const IN_THE_UNION =
  "create one with npx wrangler d1 create diag-cyber-esms --jurisdiction=eu (it cannot be changed afterwards), and write its id as database_id.";

const NOT_LOGGED_IN = "Nobody is logged in: run npx wrangler login, or set CLOUDFLARE_API_TOKEN.";

/** The same, for what can be seen without an account. */
export function ofTheFiles({ databaseId, hasAddress, drafts, unkeptWidget, changed }: Situation): readonly string[] {
  const said: string[] = [];
  if (databaseId === null || isPlaceholder(databaseId)) {
    said.push(
      "wrangler.toml names no database: run npx wrangler d1 create diag-cyber-esms --jurisdiction=eu, and write the id that it prints as database_id.",
    );
  }
  if (!hasAddress) {
    said.push(
      'wrangler.toml gives the service no address: add routes = [{ pattern = "diag.example.fr", custom_domain = true }], with your own domain.',
    );
  }
  if (drafts.length > 0) {
    said.push(`${drafts.join(", ")} can still change: run npm run questionnaires:publish -- ${drafts[0]}.`);
  }
  if (unkeptWidget !== null) {
    said.push(
      `Version ${unkeptWidget} of the widget can still change: run npm run widget:publish, so that sites may pin it, and commit what it keeps.`,
    );
  }
  if (changed === null)
    said.push("This folder is no git repository: deploy from a clone, so that what runs can be found again.");
  else if (changed.length > 0) {
    const files = `${changed.slice(0, 3).join(", ")}${changed.length > 3 ? "…" : ""}`;
    said.push(`These changes are not committed: ${files}. Commit them, so that what runs can be found again.`);
  }
  return said;
}
