/** Carries out a command on the tokens of a database, and says in French what was done. A token is in what it returns, and nowhere else. */
import type { D1Database } from "@cloudflare/workers-types";
import { fill } from "../../questionnaires/interop/texts.ts";
import { staleness } from "../../worker/access/grant.ts";
import { parseToken, tokenId, writeToken } from "../../worker/access/token.ts";
import { type KeptToken, keepToken, listTokens, revokeToken } from "../../worker/store/tokens.ts";
import { type Command, type Creation, refuse } from "./command.ts";
import texts from "./texts.fr.json" with { type: "json" };

export type Told =
  /** `token`: alone, so that a program can take it; null when none was drawn. */
  | { readonly ok: true; readonly token: string | null; readonly lines: readonly string[] }
  | { readonly ok: false; readonly sentence: string };

/** What a command needs: as many random bytes as a token has, and the day. */
export interface Means {
  readonly random: Uint8Array;
  readonly today: string;
}

export function carryOut(database: D1Database, command: Command, means: Means): Promise<Told> {
  if (command.verb === "create") return create(database, command, means);
  return command.verb === "list" ? list(database, means.today) : revoke(database, command.id, means.today);
}

async function create(database: D1Database, asked: Creation, { random, today }: Means): Promise<Told> {
  const { label, territory, expiresOn } = asked;
  const token = await writeToken(random);
  const parsed = await parseToken(token);
  if (!parsed.ok) throw new Error("What writes tokens and what reads them disagree.");
  await keepToken(database, { hash: parsed.hash, label, territory, createdOn: today, expiresOn });
  const reach = territory === null ? texts.said.everywhere : fill(texts.said.region, { territory });
  const said = fill(texts.said.created, { id: tokenId(parsed.hash), label, reach, expires: expiresOn });
  return { ok: true, token, lines: [said] };
}

async function list(database: D1Database, today: string): Promise<Told> {
  const tokens = await listTokens(database);
  if (tokens.length === 0) return { ok: true, token: null, lines: [texts.said.empty] };
  const rows = [texts.columns, ...tokens.map((token) => cells(token, today))];
  const widths = texts.columns.map((_, place) => Math.max(...rows.map((row) => row[place]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, place) => cell.padEnd(widths[place] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  return { ok: true, token: null, lines };
}

function cells(token: KeptToken, today: string): readonly string[] {
  const { hash, label, territory, createdOn, expiresOn, lastUsedOn } = token;
  const state = texts.states[staleness(token, today) ?? "live"];
  return [tokenId(hash), state, territory ?? texts.all, createdOn, expiresOn, lastUsedOn ?? texts.never, label];
}

async function revoke(database: D1Database, id: string, today: string): Promise<Told> {
  const found = (await listTokens(database)).find(({ hash }) => tokenId(hash) === id.toLowerCase());
  if (found === undefined) return refuse("unknown", { id });
  if (found.revokedOn !== null) return refuse("over", { id, day: found.revokedOn });
  await revokeToken(database, found.hash, today);
  return { ok: true, token: null, lines: [fill(texts.said.revoked, { id, label: found.label })] };
}
