/** Before these tests: the product is built with the second questionnaire alone and served; a Chromium is found. */
import type { TestProject } from "vitest/node";
import { serve } from "../../scripts/serve.ts";
import { findChromium } from "../browser/chromium.ts";
import { buildSecond, DIST } from "./product.ts";

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildSecond();
  const [chromium, server] = await Promise.all([findChromium(), serve({ port: 0, persist: null, dist: DIST })]);
  project.provide("chromium", chromium);
  project.provide("baseUrl", server.origin);
  return server.stop;
}
