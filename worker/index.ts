/** The worker's entry: HTTP requests go to the app, the alarms to their table. */
import { runAlarm } from "./alarms.ts";
import { createApp } from "./app.ts";
import type { Bindings } from "./bindings.ts";
import { systemDependencies } from "./dependencies.ts";

const app = createApp(systemDependencies);

export default {
  fetch: app.fetch,
  async scheduled(controller, env) {
    await runAlarm(controller.cron, env, new Date(controller.scheduledTime), systemDependencies.meter);
  },
} satisfies ExportedHandler<Bindings>;
