/** The proof that a submission was counted: the fingerprint of its key and a day, nothing else, for seven days. */

/** One row of the table `receipts`. Never joined to a contribution: nothing in it could be. */
export interface Receipt {
  /** SHA-256 of the idempotency key: a leaked table replays nothing. */
  readonly keyHash: ArrayBuffer;
  readonly day: number;
}

/** Outlives the widget's retries (48 h) with a margin (security.md §7). */
export const RECEIPT_DAYS = 7;

/** The fingerprint of a key. A fast hash is right: the key itself is 128 random bits. */
export function hashKey(key: string): Promise<ArrayBuffer> {
  return crypto.subtle.digest("SHA-256", new TextEncoder().encode(key));
}
