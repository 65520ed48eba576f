/**
 * The rate-limit binding of Cloudflare, in memory: so many within a period, for each key. Keys are addresses: only a
 * fingerprint under a secret of this process is held, until the period ends.
 */
import { createHmac, randomBytes } from "node:crypto";
import type { Product, Rate } from "./product.ts";

export interface Limiter {
  readonly limit: (asked: { readonly key: string }) => Promise<{ readonly success: boolean }>;
}

/** Keys held at most: beyond, new ones are let through. A network is some 100 bytes. */
const MAX_KEYS = 100_000;

/** The limiters that wrangler.toml names, as bindings of the worker. */
export function limiters(limits: Product["limits"]): Readonly<Record<string, Limiter>> {
  return Object.fromEntries(limits.map(({ name, simple }) => [name, limiter(simple, () => performance.now())]));
}

/** Counts from the first of a period; forgets them all when it ends. `clock` in milliseconds. */
export function limiter({ limit, period }: Rate, clock: () => number): Limiter {
  const secret = randomBytes(32);
  const counts = new Map<string, number>();
  let ends = 0;
  return {
    limit: async ({ key }) => {
      if (clock() >= ends) {
        counts.clear();
        ends = clock() + period * 1000;
      }
      const fingerprint = createHmac("sha256", secret).update(key).digest("base64url");
      const count = (counts.get(fingerprint) ?? 0) + 1;
      if (count === 1 && counts.size >= MAX_KEYS) return { success: true };
      counts.set(fingerprint, count);
      return { success: count <= limit };
    },
  };
}
