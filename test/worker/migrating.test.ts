/** A database of any released schema, with data in every table, goes forward whole and works: on D1, and on node:sqlite. */
import { applyD1Migrations, createScheduledController, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { findModel, PURGE, releaseAll } from "../../worker/alarms.ts";
import worker from "../../worker/index.ts";
import { count } from "../../worker/statistics/count.ts";
import { type Counters, listed } from "../../worker/statistics/counters.ts";
import { recalculate } from "../../worker/statistics/recalculate.ts";
import { quarter } from "../../worker/store/day.ts";
import { fold } from "../../worker/store/fold.ts";
import { rebuild } from "../../worker/store/rebuild.ts";
import { asRows, INSERT_INVENTED, people } from "../support/invented.ts";
import { call, newKey, post } from "./support/api.ts";
import { complete, fail, questionnaire } from "./support/samples.ts";

/** Every migration of the repository, those of tomorrow included. */
const MIGRATIONS = env.TEST_MIGRATIONS;

/** How many contributions the older database holds, and for how many of them it has counters. */
const PEOPLE = 40;

const today = new Date();
const kept = people(PEOPLE, 7, quarter(today));

interface Table {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

async function tables(): Promise<readonly Table[]> {
  const { results } = await env.DB.prepare(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND name NOT GLOB '_cf_*' AND name <> 'd1_migrations' ORDER BY name",
  ).all<{ name: string }>();
  return Promise.all(
    results.map(async ({ name }) => {
      const columns = await env.DB.prepare("SELECT name, type FROM pragma_table_info(?1)").bind(name).all();
      return { name, columns: columns.results as unknown as Table["columns"] };
    }),
  );
}

/** What the product makes again from the rest: a migration may ask for it to be counted anew. A rebuild proves it instead. */
const MADE_AGAIN: readonly string[] = ["counters.*", "watermark.*", "contributions.folded"];

/** All rows of these columns, as text, in an order of their own. */
async function contents(list: readonly Table[]) {
  const all: Record<string, readonly string[]> = {};
  for (const { name, columns: every } of list) {
    const columns = every.filter((column) => !MADE_AGAIN.includes(`${name}.${column.name}`));
    if (MADE_AGAIN.includes(`${name}.*`)) continue;
    const values = columns.map((column) => `quote(${column.name})`).join(" || ',' || ");
    const { results } = await env.DB.prepare(`SELECT ${values} AS line FROM ${name}`).all<{ line: string }>();
    all[name] = results.map(({ line }) => line).sort();
  }
  return all;
}

const insert = (sql: string, ...values: unknown[]) =>
  env.DB.prepare(sql)
    .bind(...values)
    .run();

/** The rows that a plain guess cannot make: those that the product reads again, or that a CHECK wants so. */
const SAMPLES: Readonly<Record<string, () => Promise<unknown>>> = {
  contributions: () => insert(INSERT_INVENTED, asRows(kept)),
  watermark: () => insert("UPDATE watermark SET turn = 12"),
  counters: async () => {
    const counters: Counters = new Map();
    for (const one of kept) {
      const calculated = recalculate(findModel, one);
      count(counters, calculated.ok ? calculated.value : fail(calculated.reason));
    }
    const rows = listed(counters).map((one) => [one.questionnaire, one.table, one.cell, one.measure, one.value]);
    await insert(
      `INSERT INTO counters (questionnaire, tbl, cell, measure, value)
       SELECT value->>0, value->>1, value->>2, value->>3, value->>4 FROM json_each(?1)`,
      JSON.stringify(rows),
    );
    await insert("UPDATE contributions SET folded = 1");
  },
  releases: () =>
    insert(
      "INSERT INTO releases (id, questionnaire, number, built_on, minimum) VALUES (1, ?1, 1, '2026-10-01', 11)",
      questionnaire.id,
    ),
  release_tables: () =>
    insert(
      "INSERT INTO release_tables (release_id, tbl, place, content) VALUES (1, 'questions', 0, ?1)",
      JSON.stringify({ id: "questions", title: "Réponses", form: "questions", cells: [] }),
    ),
  release_memory: () =>
    insert(
      "INSERT INTO release_memory (questionnaire, part, place, memory) VALUES (?1, 'questions', 0, '{}')",
      questionnaire.id,
    ),
  purges: () => insert("INSERT INTO purges VALUES ('receipts', '2026-T3', 5, 2, 20700, '2026-08-30', 1)"),
};

/** A row for a table that has no sample: values of the declared types that its constraints may accept. */
async function guess({ name, columns }: Table): Promise<void> {
  const bytes = [32, 16].map((size) => `randomblob(${size})`);
  for (const text of ["'a'", "'2026-11-22'", "'2026-T4'", "'ara'", "'page'", "'{}'"]) {
    for (const blob of bytes) {
      const values = columns.map(({ type }) => (type === "BLOB" ? blob : type === "TEXT" ? text : "1"));
      const into = columns.map((column) => column.name).join();
      const done = await env.DB.prepare(`INSERT INTO ${name} (${into}) VALUES (${values.join()})`)
        .run()
        .then(() => true)
        .catch(() => false);
      if (done) return;
    }
  }
  fail(`No row could be guessed for the table ${name}: give it one in SAMPLES.`);
}

/** Contributions first, then counters, which count them; a release before its tables. */
const FIRST = ["contributions", "counters", "releases"];

async function fill(list: readonly Table[]): Promise<void> {
  const rank = ({ name }: Table) => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);
  for (const table of list.toSorted((one, other) => rank(one) - rank(other))) {
    await (SAMPLES[table.name]?.() ?? guess(table));
  }
}

describe("a database", () => {
  it.each(MIGRATIONS.map(({ name }, index) => [name, index + 1] as const))(
    "that stands at %s goes forward with all its data, and works",
    async (_, done) => {
      await reset();
      await applyD1Migrations(env.DB, MIGRATIONS.slice(0, done));
      const old = await tables();
      await fill(old);
      const before = await contents(old);
      for (const [name, rows] of Object.entries(before)) expect(rows, name).not.toEqual([]);

      await applyD1Migrations(env.DB, MIGRATIONS);
      expect(await contents(old)).toEqual(before);

      expect((await post("/api/v1/contributions", complete(), { "idempotency-key": newKey() })).status).toBe(201);
      await fold(env.DB, findModel);
      expect(await rebuild(env.DB, findModel)).toMatchObject({ contributions: PEOPLE + 1, wrong: [] });
      const number = before.releases === undefined ? 1 : 2;
      expect((await releaseAll(env, today)).get(questionnaire.id)).toEqual({ outcome: "built", number });
      for (const id of [1, number]) {
        expect((await call(`/api/v1/releases/${id}`)).status).toBe(200);
        expect((await call(`/api/v1/releases/${id}/tables/questions.json`)).status).toBe(200);
      }
      await worker.scheduled(createScheduledController({ scheduledTime: today, cron: PURGE }), env);
      expect(await rebuild(env.DB, findModel)).toMatchObject({ contributions: PEOPLE + 1, wrong: [] });
    },
  );
});
