/**
 * The puzzle that a browser solves before a contribution: what it asks, and the mark by which we know that we asked it.
 * Nothing is stored, and nothing in it is anyone's own: who asks within the same minute is given the same one.
 */
import { base64url, fromBase64url } from "./base64url.ts";

/** What is hashed each time, in bytes. So much that hashing costs more than the call: a compiled script gains little over a page. */
const BLOCK_BYTES = 65_536;

/** Bits at zero at the head of the SHA-256 of a block that counts: 512 blocks are tried for one that does. */
const ZERO_BITS = 9;

/**
 * Blocks to find. Several easy ones take the same time as a hard one, but nearly always: 4,096 tries, rarely twice as
 * many. Measured in Chromium: 0.25 s on a recent processor, 1.2 s with the same slowed down four times (an old PC).
 */
const SOLUTIONS = 8;

/** How long a puzzle may be answered, in seconds: longer than the reading of a screen, too short to store up answers. */
const LIFETIME = 3_600;

/** Puzzles change at each whole minute, in seconds. */
const STEP = 60;

export interface Puzzle {
  readonly bytes: number;
  readonly zeroBits: number;
  readonly solutions: number;
  /** In seconds since 1970-01-01. */
  readonly expires: number;
}

/** The puzzle of this minute. */
export function puzzleAt(now: Date): Puzzle {
  const expires = Math.ceil(now.getTime() / 1000 / STEP) * STEP + LIFETIME;
  return { bytes: BLOCK_BYTES, zeroBits: ZERO_BITS, solutions: SOLUTIONS, expires };
}

/** The puzzle as a text under our mark: what an answer must repeat. */
export async function sign(puzzle: Puzzle, secret: string): Promise<string> {
  const text = written(puzzle);
  return `${text}.${base64url(await crypto.subtle.sign("HMAC", await keyOf(secret), encoder.encode(text)))}`;
}

/** The puzzle of a text that bears the mark of one of the secrets (two while one replaces the other); null for any other. */
export async function recognise(signed: string, secrets: readonly string[]): Promise<Puzzle | null> {
  const [, text = "", mark = ""] = /^((?:\d{1,12}\.){3}\d{1,12})\.([\w-]{43})$/.exec(signed) ?? [];
  const bytes = fromBase64url(mark);
  for (const secret of secrets) {
    // `verify` compares in a time that tells nothing of how much was right.
    if (await crypto.subtle.verify("HMAC", await keyOf(secret), bytes, encoder.encode(text))) return parsed(text);
  }
  return null;
}

const encoder = new TextEncoder();

function written({ expires, bytes, zeroBits, solutions }: Puzzle): string {
  return [expires, bytes, zeroBits, solutions].join(".");
}

function parsed(text: string): Puzzle {
  const [expires = 0, bytes = 0, zeroBits = 0, solutions = 0] = text.split(".").map(Number);
  return { expires, bytes, zeroBits, solutions };
}

function keyOf(secret: string): Promise<CryptoKey> {
  const hmac = { name: "HMAC", hash: "SHA-256" };
  return crypto.subtle.importKey("raw", encoder.encode(secret), hmac, false, ["sign", "verify"]);
}
