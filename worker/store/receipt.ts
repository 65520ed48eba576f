/** The proof that a submission was counted: the fingerprint of its key and a day, nothing else, for a week (retention.ts). */

/** One row of the table `receipts`. Never joined to a contribution: nothing in it could be. */
export interface Receipt {
  /** SHA-256 of the idempotency key: a leaked table replays nothing. */
  readonly keyHash: ArrayBuffer;
  readonly day: number;
}

/** The fingerprint of a key. A fast hash is right: the key itself is 128 random bits. */
export function hashKey(key: string): Promise<ArrayBuffer> {
  return crypto.subtle.digest("SHA-256", new TextEncoder().encode(key));
}
