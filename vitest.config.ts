/**
 * Five kinds of tests, one command: the pure core in Node, the API inside workerd with a real D1, the same tests of the
 * API over HTTP against the self-hosted server, the page in Chromium, and the whole product with another questionnaire.
 */
import { fileURLToPath } from "node:url";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-pool-workers";
import { defineConfig } from "vitest/config";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  test: {
    onConsoleLog: (text) => !text.startsWith('{"event":"request"'), // one line per request, thousands in all
    projects: [
      {
        test: {
          name: "unit",
          include: ["questionnaires", "statistics", "widget", "repository"].map((part) => `test/${part}/**/*.test.ts`),
          environment: "node",
          testTimeout: 30_000,
        },
      },
      {
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: at("./wrangler.toml") },
            miniflare: {
              cf: false,
              bindings: { TEST_MIGRATIONS: await readD1Migrations(at("./worker/migrations")) },
            },
          })),
        ],
        test: {
          name: "worker",
          include: ["test/worker/**/*.test.ts"],
          setupFiles: ["test/worker/setup.ts"],
          testTimeout: 30_000,
        },
      },
      {
        resolve: {
          alias: {
            "cloudflare:workers": at("./test/selfhost/platform/workers.ts"),
            "cloudflare:test": at("./test/selfhost/platform/test.ts"),
          },
        },
        test: {
          name: "selfhost",
          include: ["test/selfhost/**/*.test.ts", "test/worker/**/*.test.ts"],
          exclude: ["test/worker/d1-bill.test.ts"], // counts what only D1 counts
          setupFiles: ["test/selfhost/platform/setup.ts"],
          environment: "node",
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          environment: "node",
          globalSetup: ["test/browser/global.ts"],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "second",
          include: ["test/second/**/*.test.ts"],
          environment: "node",
          globalSetup: ["test/second/global.ts"],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
