/** What a contribution costs in the units that D1 counts and bills; another host of the worker has no such count. */
import { expect, it } from "vitest";
import { createApp } from "../../worker/app.ts";
import { systemDependencies } from "../../worker/dependencies.ts";
import { newKey, post } from "./support/api.ts";
import { watched } from "./support/database.ts";
import { complete } from "./support/samples.ts";

const app = createApp(systemDependencies);

function contribute(DB: D1Database) {
  const env = { DB, ALLOWED_ORIGINS: "" };
  return post("/api/v1/contributions", complete(), { "idempotency-key": newKey() }, (request) =>
    app.fetch(request, env),
  );
}

it("a contribution costs one batch of two inserts, four rows written, and reads nothing that grows", async () => {
  for (let index = 0; index < 20; index++) await contribute(watched().database);
  const seen = watched();
  expect((await contribute(seen.database)).status).toBe(201);
  expect([seen.batches, seen.statements.length]).toEqual([1, 2]);
  for (const sql of seen.statements) expect(sql).toMatch(/^INSERT INTO/);
  const sum = (of: (meta: D1Meta) => number) => seen.metas.reduce((total, meta) => total + of(meta), 0);
  expect(sum(({ rows_written }) => rows_written)).toBeLessThanOrEqual(4);
  expect(sum(({ rows_read }) => rows_read)).toBeLessThanOrEqual(3); // the three keys that are looked for
});
