/** Before the browser tests: the built product is served with a fresh database, and a Chromium is found. */
import type { TestProject } from "vitest/node";
import { serve } from "../../scripts/serve.ts";
import { type Chromium, findChromium } from "./chromium.ts";

declare module "vitest" {
  export interface ProvidedContext {
    baseUrl: string;
    chromium: Chromium;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [chromium, server] = await Promise.all([findChromium(), serve({ port: 0, persist: null })]);
  project.provide("chromium", chromium);
  project.provide("baseUrl", server.origin);
  return server.stop;
}
