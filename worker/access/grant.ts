/** What a token allows, and for how long: the decision, without clock, database or request. Days are `YYYY-MM-DD`, in UTC. */

/** The longest life of a token, in days: a year at most (security.md §9). The table holds to it too. */
export const MAX_DAYS = 365;

/** A token as it is kept. It always and only reads published statistics. */
export interface Grant {
  /** Who uses it, in the operator's words. */
  readonly label: string;
  /** The only territory whose lines it reads; null = all. */
  readonly territory: string | null;
  readonly createdOn: string;
  /** The last day on which it is accepted. */
  readonly expiresOn: string;
  readonly revokedOn: string | null;
  /** Nothing more precise than the day is known of its use. */
  readonly lastUsedOn: string | null;
}

/** Why an access is denied. */
export type Denial = "missing" | "malformed" | "checksum" | "unknown" | "expired" | "revoked" | "territory";

/** Why a known token is not accepted today; null when it is. A revoked one stays so whatever its dates say. */
export function staleness({ expiresOn, revokedOn }: Grant, today: string): "revoked" | "expired" | null {
  if (revokedOn !== null) return "revoked";
  return today > expiresOn ? "expired" : null;
}

/** Whether a token of this scope may read lines of territories when these are asked for; null = all, for both. */
export function reaches(scope: string | null, asked: string | null): boolean {
  return scope === null || asked === scope;
}

/** Whether reading needs a token. Public only where the setting says so, or is not there: any other word closes. */
export function needsToken(setting: string | undefined): boolean {
  return setting !== undefined && setting !== "public";
}
