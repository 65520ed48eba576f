/** What the worker does after it has answered: remembered, so that a stop waits for it. */
import type { WorkerContext } from "./product.ts";

/** The context to give to the worker, and the end of everything it was told to wait for. */
export function pendingWork(): { readonly context: WorkerContext; readonly settled: () => Promise<void> } {
  const pending = new Set<Promise<unknown>>();
  const waitUntil = (promise: Promise<unknown>) => {
    const one = promise.catch(() => {}).finally(() => pending.delete(one));
    pending.add(one);
  };
  return {
    context: { waitUntil, passThroughOnException: () => {} },
    settled: async () => {
      while (pending.size > 0) await Promise.all(pending);
    },
  };
}
