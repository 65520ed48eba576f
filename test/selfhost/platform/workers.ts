/**
 * In the place of `cloudflare:workers` when the tests of the API run against the self-hosted server: the same names, but
 * `fetch` goes over HTTP to a server that listens, and `env` is what that server gives to the worker.
 */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { DIST, loadProduct } from "../../../selfhost/product.ts";
import { run } from "../../../selfhost/run.ts";

/** Where the tests say that the service is: the server is told so, as behind a reverse proxy. */
const PUBLIC_ORIGIN = "https://diag.test";

export const dataDir = mkdtempSync(join(tmpdir(), "diag-selfhost-"));
const product = await loadProduct();
if (product === null) throw new Error("Build first.");
const started = await run(product, { host: "127.0.0.1", port: 0, dataDir, publicOrigin: PUBLIC_ORIGIN }, {});
if (!started.ok) throw new Error(started.sentence);
const server = started.value;

afterAll(async () => {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const migrations = join(DIST, "worker/migrations");

export const env = {
  ...server.env,
  TEST_MIGRATIONS: readdirSync(migrations)
    .sort()
    .map((name) => ({ name, path: join(migrations, name) })),
};

export const exports = {
  default: {
    fetch(input: Request | string): Promise<Response> {
      const request = new Request(input);
      const { pathname, search } = new URL(request.url);
      const { method, headers, body } = request;
      return fetch(server.origin + pathname + search, {
        method,
        headers,
        body,
        redirect: "manual",
        ...(body === null ? {} : { duplex: "half" }),
      });
    },
  },
};
