/** The worker's entry: HTTP requests go to the app, the alarms to their table. */
import { runAlarm } from "./alarms.ts";
import { createApp } from "./app.ts";
import type { Bindings } from "./bindings.ts";
import { systemDependencies } from "./dependencies.ts";
import { isObserved } from "./http/observe.ts";

const app = createApp(systemDependencies);
const observedApp = createApp(systemDependencies, { observed: true });

export default {
  fetch: (request, env, context) => (isObserved(env) ? observedApp : app).fetch(request, env, context),
  async scheduled(controller, env) {
    await runAlarm(controller.cron, env, new Date(controller.scheduledTime));
  },
} satisfies ExportedHandler<Bindings>;
