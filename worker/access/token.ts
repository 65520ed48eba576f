/**
 * The text of a token: a readable prefix, 32 random bytes, a checksum. Prefix and checksum let a person see what it is, a
 * scanner find one that leaked, and the service refuse a mistyped one without a look at the database.
 */
import { fingerprint, hex } from "./fingerprint.ts";

/** Diag Cyber ESMS. */
export const PREFIX = "dces_";

/** 256 bits; security.md §2 asks for 128 at least. */
export const RANDOM_BYTES = 32;

/** Bytes of the checksum, written in hexadecimal: the last character is never a sign that a double click leaves out. */
const CHECKSUM_BYTES = 4;

/** 32 bytes are 43 base64url characters. */
const SHAPE = /^(dces_[A-Za-z0-9_-]{43})([0-9a-f]{8})$/;

/** What is kept of a token, and looked up: its SHA-256. The token itself is shown once and never stored. */
export type TokenHash = Uint8Array<ArrayBuffer>;

export type Parsed =
  | { readonly ok: true; readonly hash: TokenHash }
  /** `malformed`: no token of ours. `checksum`: one of ours, cut short or mistyped. */
  | { readonly ok: false; readonly reason: "malformed" | "checksum" };

/** The token that these random bytes make; as many as `RANDOM_BYTES`. */
export async function writeToken(random: Uint8Array): Promise<string> {
  const body = PREFIX + base64url(random);
  return body + (await checksum(body));
}

/** Whether a text is a token, and then what to look up. */
export async function parseToken(text: string): Promise<Parsed> {
  const [, body, written] = SHAPE.exec(text) ?? [];
  if (body === undefined) return { ok: false, reason: "malformed" };
  if (written !== (await checksum(body))) return { ok: false, reason: "checksum" };
  return { ok: true, hash: await fingerprint(text) };
}

/** A name for a token that is no secret: the start of its hash, by which the operator's list and log call it. */
export function tokenId(hash: Uint8Array): string {
  return hex(hash.subarray(0, 4));
}

async function checksum(body: string): Promise<string> {
  return hex((await fingerprint(body)).subarray(0, CHECKSUM_BYTES));
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}
