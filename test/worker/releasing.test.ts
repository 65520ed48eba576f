/** Releases leave the database numbered, dated, under disclosure control, and never change; anyone may read them. */
import { applyD1Migrations, createExecutionContext, createScheduledController, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findModel, RELEASE, releaseAll } from "../../worker/alarms.ts";
import { versionsOf } from "../../worker/catalogue.ts";
import worker from "../../worker/index.ts";
import { plannedTables } from "../../worker/statistics/plan.ts";
import type { PublishedCell, PublishedTable } from "../../worker/statistics/published.ts";
import { fold } from "../../worker/store/fold.ts";
import { release } from "../../worker/store/releases.ts";
import { withdraw } from "../../worker/store/withdraw.ts";
import { call, ORIGIN } from "./support/api.ts";
import { faulty } from "./support/database.ts";
import { keep, people } from "./support/population.ts";
import { fail, questionnaire } from "./support/samples.ts";

const NOW = new Date("2026-12-01T04:43:00Z");

async function fresh() {
  await reset();
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
}

const releaseNow = async (now: Date = NOW) => (await releaseAll(env, now)).get(questionnaire.id);

async function table(release: number, id: string): Promise<PublishedTable> {
  const { json } = await call(`/api/v1/releases/${release}/tables/${id}.json`);
  return (json as { table: PublishedTable }).table;
}

async function cells(release: number, id: string): Promise<readonly PublishedCell[]> {
  const found = await table(release, id);
  return found.form === "cells" ? found.cells : fail(`${id} has no cells`);
}

describe("a release", () => {
  beforeEach(fresh);

  it("is built by its alarm, which first counts what is new", async () => {
    await keep(people(60));
    await worker.scheduled(createScheduledController({ scheduledTime: NOW, cron: RELEASE }), env);
    const { json } = await call("/api/v1/releases");
    const [head] = (json as { releases: unknown[] }).releases;
    expect(head).toEqual({
      id: 1,
      questionnaire: questionnaire.id,
      number: 1,
      builtOn: "2026-12-01",
      minimum: 11,
      url: "/api/v1/releases/1",
    });
  });

  it("is not built from too few contributions, nor again when too few came", async () => {
    await keep(people(10));
    await fold(env.DB, findModel);
    expect(await releaseNow()).toEqual({ outcome: "unchanged" });
    await keep(people(20, 2));
    await fold(env.DB, findModel);
    expect(await releaseNow()).toEqual({ outcome: "built", number: 1 });
    expect(await releaseNow()).toEqual({ outcome: "unchanged" });
    await keep(people(10, 3));
    await fold(env.DB, findModel);
    expect(await releaseNow()).toEqual({ outcome: "unchanged" });
    await keep(people(2, 4)); // twelve: for who knows its own answers, eleven others
    await fold(env.DB, findModel);
    expect(await releaseNow()).toEqual({ outcome: "built", number: 2 });
  });

  it("carries response rates, frozen with the date of the extract, in JSON, CSV and the dictionary", async () => {
    await keep(people(400));
    await fold(env.DB, findModel);
    const population = {
      questionnaire: questionnaire.id,
      source: "extract.csv",
      extractedOn: "2026-05-12",
      categories: { "500": 700 },
      departments: { "01": 300 },
      total: 2000,
    };
    const versions = versionsOf(questionnaire.id).map((one) => one.questionnaire);
    await release(env.DB, questionnaire.id, { versions, territories: [], population }, 11, NOW);
    const published = await table(1, "category");
    expect(published).toMatchObject({ population: { source: "extract.csv", extractedOn: "2026-05-12" } });
    const total = (await cells(1, "category")).at(-1);
    expect(total).toMatchObject({ kind: "total", coverage: { establishments: 2000, rate: 20, warning: null } });
    const { text } = await call("/api/v1/releases/1/tables/category.csv");
    expect(text.split("\r\n")[0]).toMatch(/,establishments,response_rate,response_warning$/);
    expect(text.split("\r\n").at(-2)).toMatch(/,2000,20,$/);
    const french = await call("/api/v1/releases/1/tables/category.csv?variant=fr");
    expect(french.text.split("\r\n").at(-2)).toMatch(/;2000;20;$/);
    expect((await call("/api/v1/releases/1/dictionary.csv")).text).toContain("Extrait FINESS du 2026-05-12");
  });

  it("never changes: the database refuses to", async () => {
    await keep(people(30));
    await fold(env.DB, findModel);
    await releaseNow();
    for (const sql of [
      "UPDATE releases SET built_on = '2030-01-01'",
      "DELETE FROM releases",
      "UPDATE release_tables SET content = '{}'",
      "DELETE FROM release_tables",
    ]) {
      await expect(env.DB.prepare(sql).run()).rejects.toThrow("a release never changes");
    }
  });

  it.each([[["before" as const]], [["after" as const]]])(
    "is whole or absent when the database fails %j",
    async (faults) => {
      await keep(people(30));
      await fold(env.DB, findModel);
      const settings = { MINIMUM_CELL: "11" };
      await expect(releaseAll({ DB: faulty(faults), ...settings }, NOW)).rejects.toThrow("Network");
      const { json } = await call("/api/v1/releases");
      const { releases } = json as { releases: { id: number }[] };
      expect(releases).toHaveLength(faults[0] === "after" ? 1 : 0);
      expect(await releaseNow()).toMatchObject(faults[0] === "after" ? { outcome: "unchanged" } : { number: 1 });
    },
  );

  it("moves a cell by nothing or by at least the minimum, and says since when its figures stand", async () => {
    const byRelease: (readonly PublishedCell[])[] = [];
    const truths: Map<string, number>[] = [];
    for (const round of [1, 2, 3]) {
      await keep(people(300, round));
      await fold(env.DB, findModel);
      await releaseNow();
      byRelease.push(await cells(round, "category"));
      const { results } = await env.DB.prepare(
        "SELECT cell, value FROM counters WHERE tbl = 'category' AND measure = 'n'",
      ).all<{ cell: string; value: number }>();
      truths.push(new Map(results.map(({ cell, value }) => [cell, value])));
    }
    const last = new Map<string, { since: number; figures: string }>();
    let moved = 0;
    let stood = 0;
    for (const [index, list] of byRelease.entries()) {
      for (const { kind, row, since, figures } of list) {
        if (kind !== "cell" || since === null) continue;
        const { code } = row;
        const before = last.get(code);
        const now = { since, figures: JSON.stringify(figures) };
        if (since === index + 1 && before !== undefined) {
          const joined = (truths[index]?.get(code) ?? 0) - (truths[before.since - 1]?.get(code) ?? 0);
          expect(joined).toBeGreaterThanOrEqual(11);
          moved++;
        } else if (before !== undefined) {
          expect(now).toEqual(before);
          stood++;
        }
        last.set(code, now);
      }
    }
    expect([moved > 0, stood > 0]).toEqual([true, true]);
  });

  it("asks for more than eleven when the deployment says so, and never for less", async () => {
    await keep(people(80));
    await fold(env.DB, findModel);
    await releaseAll({ ...env, MINIMUM_CELL: "30" }, NOW);
    const shown = (await cells(1, "sector-medicalised")).filter(({ figures }) => figures !== null);
    for (const { figures } of shown) expect(figures?.n).toBeGreaterThanOrEqual(30);
    await keep(people(80, 2));
    await fold(env.DB, findModel);
    await releaseAll({ ...env, MINIMUM_CELL: "3" }, NOW);
    const { json } = await call("/api/v1/releases/2");
    expect(json).toMatchObject({ number: 2, minimum: 11 });
  });

  it("follows a deletion once at least the minimum has gone", async () => {
    await keep(people(100, 1));
    await keep(people(100, 2, "2026-T4", "iframe"));
    await fold(env.DB, findModel);
    await releaseNow();
    await withdraw(env.DB, findModel, { channel: "iframe" });
    expect(await releaseNow()).toEqual({ outcome: "built", number: 2 });
    const total = (list: readonly PublishedCell[]) =>
      list.find(({ row, column }) => row.code === "total" && (column?.code ?? "total") === "total");
    expect(total(await cells(1, "department"))?.figures?.n).toBe(200);
    expect(total(await cells(2, "department"))?.figures?.n).toBe(100);
  });
});

describe("the published files", () => {
  beforeAll(async () => {
    await fresh();
    await keep(people(400));
    await fold(env.DB, findModel);
    await releaseNow();
  });

  it("are the closed list of tables, at addresses that work", async () => {
    const { json, headers } = await call("/api/v1/releases/1");
    const { tables } = json as { tables: { id: string; url: string }[] };
    const planned = plannedTables(questionnaire.id).map(({ id }) => id);
    expect(tables.map(({ id }) => id)).toEqual([
      ...planned,
      "questions",
      "actions",
      "actions-sector",
      "actions-department",
    ]);
    expect(headers.get("Cache-Control")).toContain("immutable");
    for (const { url } of tables) expect((await call(url)).status).toBe(200);
  });

  it("say a reason in every hidden cell, and figures in every other", async () => {
    let hidden = 0;
    for (const { id } of plannedTables(questionnaire.id)) {
      for (const cell of await cells(1, id)) {
        expect(cell.figures === null).toBe(cell.reason === "protected");
        if (cell.figures === null) hidden++;
        else expect(cell.figures.n % 5).toBe(0);
        if (cell.figures !== null) expect(cell.figures.n).toBeGreaterThanOrEqual(10); // 11 and 12 are written 10
      }
    }
    expect(hidden).toBeGreaterThan(0);
  });

  it("give n, mean, median, quartiles, the share of each level and the mean of each domain", async () => {
    const found = await table(1, "version");
    if (found.form !== "cells") return fail("version has no cells");
    const total = found.cells.at(-1);
    expect(total).toMatchObject({ kind: "total", figures: { n: 400 } });
    const { levels = [], domains = {}, mean, median, quartile1, quartile3 } = total?.figures ?? fail("no total");
    expect(levels).toHaveLength(questionnaire.levels.length);
    expect(Object.keys(domains)).toEqual(questionnaire.domains.map(({ id }) => id));
    for (const figure of [mean, median, quartile1, quartile3]) expect(figure).toEqual(expect.any(Number));
  });

  it("give the share of each answer to each question, and of each triggered action", async () => {
    const questions = await table(1, "questions");
    const actions = await table(1, "actions");
    if (questions.form !== "questions" || actions.form !== "triggers") return fail("wrong forms");
    const shown = questions.cells.filter(({ answers }) => answers !== null);
    expect(shown.length).toBeGreaterThan(50);
    for (const { asked, answers } of shown) {
      expect(answers).toHaveLength(7);
      expect((asked?.below ?? 0) - (asked?.from ?? 0)).toBeGreaterThanOrEqual(11);
    }
    const kinds = new Set(actions.cells.map(({ kind }) => kind));
    expect([...kinds]).toEqual(["action", "alert", "cap"]);
    expect(actions.cells.some(({ share }) => typeof share === "number")).toBe(true);
  });

  it("give the share of each action by sector and by department, hidden where the line is hidden", async () => {
    for (const [id, lines] of [
      ["actions-sector", "sector-medicalised"],
      ["actions-department", "department"],
    ] as const) {
      const found = await table(1, id);
      if (found.form !== "lines") return fail("wrong form");
      const totals = (await cells(1, lines)).filter(({ kind, column }) => kind === "total" || column === null);
      const hidden = new Set(totals.filter(({ figures }) => figures === null).map(({ row }) => row.code));
      const distinct = (of: "row" | "subject") => new Set(found.cells.map((cell) => cell[of].code)).size;
      expect(found.cells).toHaveLength(distinct("row") * distinct("subject"));
      expect(distinct("subject")).toBeGreaterThanOrEqual(questionnaire.actions.length);
      expect(found.cells.some(({ share }) => typeof share === "number")).toBe(true);
      for (const { row, share, reason, since } of found.cells) {
        expect([share === null, since === null]).toEqual([reason === "protected", reason === "protected"]);
        if (hidden.has(row.code)) expect(share).toBeNull();
      }
    }
  });

  it("come as CSV with a byte order mark, headers first, one line per cell, numbers bare", async () => {
    const { text, headers } = await call("/api/v1/releases/1/tables/size-sector.csv");
    const response = await worker.fetch(
      new Request(`${ORIGIN}/api/v1/releases/1/tables/size-sector.csv`),
      env,
      createExecutionContext(),
    );
    expect([...new Uint8Array(await response.arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
    const lines = text.split("\r\n"); // text() took the byte order mark off
    expect(lines[0]).toMatch(/^release,built_on,minimum,table,kind,row,row_label,column,column_label,reason,since,n,/);
    expect(lines).toHaveLength((await cells(1, "size-sector")).length + 2);
    expect(lines[1]).toMatch(/^1,2026-12-01,11,size-sector,cell,/);
  });

  it("come as CSV for French spreadsheets: semicolons and decimal commas", async () => {
    const { text } = await call("/api/v1/releases/1/tables/version.csv?variant=fr");
    expect(text.split("\r\n").at(-2)).toMatch(/^1;2026-12-01;11;version;total;total;Ensemble;.*;400;\d+(,\d)?;/);
  });

  it("come as NDJSON: one object per cell, with the columns of the CSV", async () => {
    const { text } = await call("/api/v1/releases/1/tables/version.ndjson");
    const rows = text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(rows).toHaveLength((await cells(1, "version")).length);
    expect(rows.at(-1)).toMatchObject({ release: 1, minimum: 11, table: "version", kind: "total", n: 400 });
  });

  it("are explained by a dictionary that describes every column of every table", async () => {
    const { json } = await call("/api/v1/releases/1/dictionary.json");
    const { columns } = json as { columns: { table: string; column: string; description: string }[] };
    for (const id of ["version", "questions", "actions", "actions-sector"]) {
      const { text } = await call(`/api/v1/releases/1/tables/${id}.csv`);
      const header = text.slice(0, text.indexOf("\r\n")).split(","); // text() takes the byte order mark off
      expect(columns.filter((one) => one.table === id).map(({ column }) => column)).toEqual(header);
    }
    for (const { description } of columns) expect(description).toMatch(/\.$/);
    const { text } = await call("/api/v1/releases/1/dictionary.csv");
    expect(text.trimEnd().split("\r\n")).toHaveLength(columns.length + 1);
  });

  it("are revalidated by ETag, each format its own", async () => {
    const tags = new Set<string | null>();
    for (const file of ["version.json", "version.csv", "version.csv?variant=fr", "version.ndjson", "quarter.json"]) {
      const { headers } = await call(`/api/v1/releases/1/tables/${file}`);
      const etag = headers.get("ETag");
      tags.add(etag);
      const again = await call(`/api/v1/releases/1/tables/${file}`, { headers: { "if-none-match": etag ?? "" } });
      expect([again.status, again.text]).toEqual([304, ""]);
    }
    expect(tags.size).toBe(5);
  });

  it.each([
    ["/api/v1/releases/2", "unknown-release"],
    ["/api/v1/releases/0", "unknown-release"],
    ["/api/v1/releases/1.5", "unknown-release"],
    ["/api/v1/releases/99999999999999999999", "unknown-release"],
    ["/api/v1/releases/__proto__", "unknown-release"],
    ["/api/v1/releases/2/tables/version.csv", "unknown-release"],
    ["/api/v1/releases/2/dictionary.csv", "unknown-release"],
    ["/api/v1/releases/1/tables/version.exe", "unknown-table"],
    ["/api/v1/releases/1/tables/version", "unknown-table"],
    ["/api/v1/releases/1/tables/contributions.json", "unknown-table"],
    ["/api/v1/releases/1/tables/%27%20OR%201=1.json", "unknown-table"],
  ])("say in French that there is nothing at %s", async (path, name) => {
    const { status, json } = await call(path);
    expect(status).toBe(404);
    expect(json).toMatchObject({ type: `urn:diag-cyber-esms:problem:${name}` });
  });
});
