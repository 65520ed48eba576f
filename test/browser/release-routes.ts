/** A release that the page is given in the place of the server's: the tables of actions, and a count per line. */
import type { Page } from "playwright-core";
import type { Table } from "../../widget/releases/published.ts";
import { linesTable, RELEASE, type Shares } from "../widget/besoins/release.ts";
import { questionnaire } from "./example.ts";

const SECTORS = questionnaire.profile.find(({ id }) => id === "secteur")?.options.map(({ value }) => value) ?? [];

/** Every line of the table, as a release has it: hidden where nothing is said. */
function everyLine(lines: readonly string[], said: Shares): Shares {
  const actions = questionnaire.actions.map(({ id }) => id);
  return Object.fromEntries(
    lines.map((line) => [line, Object.fromEntries(actions.map((id) => [id, said[line]?.[id] ?? null]))]),
  );
}

/** The shares of two sectors and of two departments, the others hidden. */
export const SAID = {
  sectors: {
    pa: { "act-exercice": 65, "act-inventaire": 80, "act-registre": 45, "act-charte": { band: "<=10" as const } },
    domicile: { "act-exercice": 40, "act-inventaire": { band: ">=90" as const }, "act-nomades": 55 },
  },
  departments: { "69": { "act-exercice": 70, "act-pare-feu": 50 }, "01": { "act-exercice": 35 } },
} satisfies { sectors: Shares; departments: Shares };

const said = { reason: null, since: 1 } as const;
const figures = { n: 125, mean: 50, quartile1: 40, median: 50, quartile3: 60, levels: [], domains: {} };
const named = (code: string) => ({ code, label: code });
const cells = (id: string, rows: string, codes: readonly string[], columns: string | null): Table => ({
  id,
  title: id,
  form: "cells",
  rows: named(rows),
  columns: columns === null ? null : named(columns),
  levels: [],
  domains: [],
  cells: codes.map((code) => ({
    kind: columns === null ? "cell" : "total",
    row: named(code),
    column: columns === null ? null : named("total"),
    ...said,
    figures,
  })),
});

const TABLES: Readonly<Record<string, Table>> = {
  "actions-sector": linesTable("actions-sector", everyLine(SECTORS, SAID.sectors)),
  "actions-department": linesTable("actions-department", everyLine(["01", "69", "75"], SAID.departments)),
  "sector-medicalised": cells("sector-medicalised", "sector", ["pa"], "medicalised"),
  department: cells("department", "department", ["69"], null),
};

/** Answers to what the page asks of releases; `token`: what it must show, or null when anybody may read. */
export async function serveRelease(page: Page, token: string | null = null): Promise<void> {
  await page.route("**/api/v1/releases**", (route) =>
    route.request().url().includes("/tables/") ? route.fallback() : answer(route, { releases: [RELEASE] }),
  );
  await page.route("**/api/v1/releases/7/tables/*", (route) => {
    const [, id = ""] = /tables\/([a-z-]+)\.json/.exec(route.request().url()) ?? [];
    return answer(route, { release: RELEASE, table: TABLES[id] });
  });

  type Route = Parameters<Parameters<Page["route"]>[1]>[0];
  function answer(route: Route, json: unknown) {
    const given = route.request().headers().authorization;
    if (token === null || given === `Bearer ${token}`) return route.fulfill({ json });
    const type =
      given === undefined ? "urn:diag-cyber-esms:problem:token-required" : "urn:diag-cyber-esms:problem:token-refused";
    return route.fulfill({ status: 401, contentType: "application/problem+json", body: JSON.stringify({ type }) });
  }
}
