/** Wakes the worker at its hours, those of wrangler.toml, in UTC as on Cloudflare. */
import { Cron } from "croner";
import { log } from "./log.ts";
import type { Worker, WorkerContext } from "./product.ts";

/** Starts the alarms; the function stops them. An alarm that fails is told in the log and rings again at its next hour. */
export function setAlarms(worker: Worker, expressions: readonly string[], env: object, context: WorkerContext) {
  const alarms = expressions.map(
    (cron) =>
      new Cron(cron, { timezone: "UTC", protect: true, unref: true }, (self: Cron) => {
        const scheduledTime = (self.currentRun() ?? new Date()).getTime();
        const rung = ring(worker, cron, scheduledTime, env, context);
        context.waitUntil(rung);
        return rung;
      }),
  );
  return () => {
    for (const alarm of alarms) alarm.stop();
  };
}

/** One ringing; never throws. */
export async function ring(worker: Worker, cron: string, scheduledTime: number, env: object, context: WorkerContext) {
  try {
    await worker.scheduled({ cron, scheduledTime, noRetry: () => {} }, env, context);
  } catch (error) {
    log("alarm-failed", { cron, name: error instanceof Error ? error.name : "unknown" });
  }
}
