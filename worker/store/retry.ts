/** Tries a write again when D1 says that the fault is passing; only for writes that may be repeated without harm. */
import type { Dependencies } from "../dependencies.ts";
import { log } from "../http/log.ts";

/** An answer without what it should say: nothing is known of the write, which is tried again like one whose reply was lost. */
export const HALF_ANSWERED = "The answer of the database is incomplete";

/** The transient errors that D1 documents (developers.cloudflare.com/d1/best-practices/retry-queries). */
const TRANSIENT = [
  "Network connection lost",
  "storage caused object to be reset",
  "reset because its code was updated",
  HALF_ANSWERED,
] as const;

/** Waits before the second and the third attempt, in milliseconds; each is shortened by chance, up to half. */
const WAITS = [100, 400] as const;

/** The result, or null when the store cannot be reached or refuses. « Overloaded » is not retried: it would add load. */
export async function withRetries<T>({ wait, randomBytes }: Dependencies, write: () => Promise<T>): Promise<T | null> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await write();
    } catch (error) {
      const pause = WAITS[attempt];
      const transient = TRANSIENT.some((text) => String(error).includes(text));
      if (pause === undefined || !transient) {
        log("store-unavailable", { attempts: attempt + 1, transient });
        return null;
      }
      await wait(pause * (1 - (randomBytes(1)[0] ?? 0) / 512));
    }
  }
}
