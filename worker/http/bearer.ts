/** Recognises a token in `Authorization: Bearer …`, in a time that tells nothing of how much of it was right. */
import { fingerprint, same } from "../access/fingerprint.ts";

/** What the header carries; null without one, or with another scheme. */
export function bearerOf(header: string | null): string | null {
  return /^Bearer +(\S+)$/i.exec(header ?? "")?.[1] ?? null;
}

/** Whether the header carries one of the tokens. No token = nobody. */
export async function carriesToken(header: string | null, tokens: readonly string[]): Promise<boolean> {
  const given = bearerOf(header);
  if (given === null) return false;
  const print = await fingerprint(given);
  let found = false;
  for (const token of tokens) if (same(print, await fingerprint(token))) found = true; // no early end
  return found;
}
