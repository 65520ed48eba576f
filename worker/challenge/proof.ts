/**
 * Whether a contribution comes with the work that its puzzle asked for. Stateless: the work is done for one
 * Idempotency-Key, so that the receipt of that key spends it; with another key it is worth nothing.
 */
import { type Puzzle, recognise } from "./puzzle.ts";

export const PROOF_HEADER = "Contribution-Proof";

/** `signed puzzle:number,number,…` */
export const PROOF_PATTERN = /^([\w.-]{1,100}):(\d{1,10}(?:,\d{1,10}){0,31})$/;

/** `missing`: none was sent. `malformed`, `unknown` (not our mark), `expired`, `wrong` (the work is not done, or for another key). */
export type ProofFault = "missing" | "malformed" | "unknown" | "expired" | "wrong";

/** What is wrong with the proof of this key at this time; null when nothing is. */
export async function proofFault(
  header: string | null,
  key: string,
  secrets: readonly string[],
  now: Date,
): Promise<ProofFault | null> {
  if (header === null) return "missing";
  const [, signed, list = ""] = PROOF_PATTERN.exec(header) ?? [];
  if (signed === undefined) return "malformed";
  const puzzle = await recognise(signed, secrets);
  if (puzzle === null) return "unknown";
  if (puzzle.expires * 1000 < now.getTime()) return "expired";
  return (await isSolved(puzzle, signed, key, list.split(",").map(Number))) ? null : "wrong";
}

/** As many different numbers as asked, in rising order, whose block has a hash that begins with enough zeros. */
async function isSolved(puzzle: Puzzle, signed: string, key: string, numbers: readonly number[]): Promise<boolean> {
  if (numbers.length !== puzzle.solutions) return false;
  let last = -1;
  for (const number of numbers) {
    if (number <= last || !(await counts(puzzle, `${number}.${key}.${signed}`))) return false;
    last = number;
  }
  return true;
}

/** The number comes first: nothing of the block can be hashed in advance. */
async function counts({ bytes, zeroBits }: Puzzle, text: string): Promise<boolean> {
  const block = new Uint8Array(bytes);
  new TextEncoder().encodeInto(text, block);
  const head = new DataView(await crypto.subtle.digest("SHA-256", block)).getUint32(0);
  return head >>> (32 - zeroBits) === 0;
}
