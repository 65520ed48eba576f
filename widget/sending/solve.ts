/** The work that the server asks before a contribution (docs/poisoning.md): numbers whose block has a hash that begins with zeros. */

export interface Challenge {
  readonly token: string;
  /** Of a block. */
  readonly bytes: number;
  /** Bits at zero that begin the SHA-256 of a block that counts. */
  readonly zeroBits: number;
  /** Numbers to find. */
  readonly solutions: number;
}

/** The proof for this key. The browser hashes beside the page, which stays free between two blocks. Throws without `crypto.subtle`. */
export async function solve({ token, bytes, zeroBits, solutions }: Challenge, key: string): Promise<string> {
  const block = new Uint8Array(bytes);
  const found: number[] = [];
  for (let number = 0; found.length < solutions; number++) {
    new TextEncoder().encodeInto(`${number}.${key}.${token}`, block); // never shorter than the one before
    const hash = await crypto.subtle.digest("SHA-256", block);
    if (new DataView(hash).getUint32(0) >>> (32 - zeroBits) === 0) found.push(number);
  }
  return `${token}:${found}`;
}
