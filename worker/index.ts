/** The worker's entry: HTTP requests go to the app, the daily alarm forgets old receipts. */
import { createApp } from "./app.ts";
import type { Bindings } from "./bindings.ts";
import { systemDependencies } from "./dependencies.ts";
import { purgeReceipts } from "./store/purge.ts";

const app = createApp(systemDependencies);

export default {
  fetch: app.fetch,
  async scheduled(controller, env) {
    await purgeReceipts(env.DB, { now: () => new Date(controller.scheduledTime) });
  },
} satisfies ExportedHandler<Bindings>;
