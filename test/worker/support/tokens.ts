/** Tokens for the tests: kept as the operator's command keeps them, shown as it shows them. */
import { env } from "cloudflare:workers";
import { parseToken, RANDOM_BYTES, writeToken } from "../../../worker/access/token.ts";
import { type KeptToken, keepToken } from "../../../worker/store/tokens.ts";
import { fail } from "./samples.ts";

/** A token that nobody was given. */
export function drawToken(): Promise<string> {
  return writeToken(crypto.getRandomValues(new Uint8Array(RANDOM_BYTES)));
}

export async function hashOf(token: string): Promise<KeptToken["hash"]> {
  const parsed = await parseToken(token);
  return parsed.ok ? parsed.hash : fail("not a token");
}

/** A token that the database knows. */
export async function grant(own: Partial<KeptToken> = {}): Promise<string> {
  const token = await drawToken();
  const days = { createdOn: "2026-11-01", expiresOn: "2027-03-01" };
  await keepToken(env.DB, { label: "Observatoire", territory: null, ...days, ...own, hash: await hashOf(token) });
  return token;
}
