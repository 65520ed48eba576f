/** Tokens in the database: by their SHA-256 only. Days, never an hour; last use is written once a day at most. */
import { same } from "../access/fingerprint.ts";
import type { Grant } from "../access/grant.ts";
import type { TokenHash } from "../access/token.ts";

const COLUMNS = `hash, label, territory, created_on AS createdOn, expires_on AS expiresOn, revoked_on AS revokedOn,
  last_used_on AS lastUsedOn`;
const INSERT = `INSERT INTO tokens (hash, label, territory, created_on, expires_on) VALUES (?1, ?2, ?3, ?4, ?5)`;
const FIND = `SELECT ${COLUMNS} FROM tokens WHERE hash = ?1`;
const LIST = `SELECT ${COLUMNS} FROM tokens ORDER BY created_on, label, hash`;
const REVOKE = "UPDATE tokens SET revoked_on = ?2 WHERE hash = ?1 AND revoked_on IS NULL";
const TOUCH = "UPDATE tokens SET last_used_on = ?2 WHERE hash = ?1 AND (last_used_on IS NULL OR last_used_on < ?2)";

/** A grant and the hash of its token. */
export interface KeptToken extends Grant {
  readonly hash: TokenHash;
}

/** What D1 gives: bytes come as a list of numbers. */
type Row = Grant & { readonly hash: readonly number[] };

/** Keeps a new token, of which only the hash is known here. */
export async function keepToken(
  database: D1Database,
  {
    hash,
    label,
    territory,
    createdOn,
    expiresOn,
  }: Pick<KeptToken, "hash" | "label" | "territory" | "createdOn" | "expiresOn">,
): Promise<void> {
  await database.prepare(INSERT).bind(hash, label, territory, createdOn, expiresOn).run();
}

/** The grant of the token of this hash, or null. Looked up by the hash, which tells nothing of a token, and compared whole. */
export async function findToken(database: D1Database, hash: TokenHash): Promise<KeptToken | null> {
  const row = await database.prepare(FIND).bind(hash).first<Row>();
  if (row === null) return null;
  const found = kept(row);
  return same(found.hash, hash) ? found : null;
}

/** Every token, the oldest first: those that are over too, so that one sees who could read, and until when. */
export async function listTokens(database: D1Database): Promise<readonly KeptToken[]> {
  return (await database.prepare(LIST).all<Row>()).results.map(kept);
}

/** Revokes it from now on; a second time changes nothing. */
export async function revokeToken(database: D1Database, hash: TokenHash, today: string): Promise<void> {
  await database.prepare(REVOKE).bind(hash, today).run();
}

/** Notes that it was used today; reads and writes nothing when today is noted already. */
export async function noteUse(database: D1Database, { hash, lastUsedOn }: KeptToken, today: string): Promise<void> {
  if (lastUsedOn !== null && lastUsedOn >= today) return;
  await database.prepare(TOUCH).bind(hash, today).run();
}

function kept({ hash, ...grant }: Row): KeptToken {
  return { ...grant, hash: Uint8Array.from(hash) };
}
