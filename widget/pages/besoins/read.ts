/** Everything that the page reads: the newest release, its two tables, the questionnaire that it speaks of. */
import { isObject } from "../../../questionnaires/engine/engine.ts";
import type { Questionnaire } from "../../../questionnaires/schema/compiled.ts";
import { type Access, listReleases, type Outcome, readTable } from "../../releases/client.ts";
import type { ReleaseHead, Table } from "../../releases/published.ts";
import { fetchJson } from "../../territories/client.ts";
import type { LinesTable } from "./needs.ts";

export interface Reading {
  /** Null while nothing is published. */
  readonly release: ReleaseHead | null;
  readonly sectors: LinesTable | null;
  readonly departments: LinesTable | null;
  /** Null with `release` only. */
  readonly questionnaire: Questionnaire | null;
  /** Where the number of contributions of each line stands. */
  readonly counts: readonly Table[];
}

const NOTHING: Reading = { release: null, sectors: null, departments: null, questionnaire: null, counts: [] };

/**
 * A release without these tables (an older one, another questionnaire's) is read as having none. Departments are asked for
 * with their territory only: a token may open no other.
 */
export async function readNeeds(access: Access, territory: string | null): Promise<Outcome<Reading>> {
  const releases = await listReleases(access);
  if (!releases.ok) return releases;
  const [release] = releases.value;
  if (!release) return { ok: true, value: NOTHING };
  const table = (id: string, place: string | null) => readTable(access, release.id, id, place);
  const [sectors, departments, questionnaire, ...counts] = await Promise.all([
    table("actions-sector", null),
    territory === null ? null : table("actions-department", territory),
    fetchJson(`/api/v1/questionnaires/${release.questionnaire}`),
    table("sector-medicalised", null),
    ...(territory === null ? [] : [table("department", territory)]),
  ]);
  for (const one of [sectors, departments]) if (one?.ok === false && one.refusal !== "unknown") return one;
  if (!isQuestionnaire(questionnaire)) return { ok: false, refusal: "offline", detail: null };
  const value = {
    release,
    sectors: linesOf(sectors),
    departments: linesOf(departments),
    questionnaire,
    counts: counts.flatMap((one) => (one.ok ? [one.value.table] : [])),
  };
  return { ok: true, value };
}

function linesOf(outcome: Outcome<{ readonly table: Table }> | null): LinesTable | null {
  return outcome?.ok && outcome.value.table.form === "lines" ? outcome.value.table : null;
}

function isQuestionnaire(raw: unknown): raw is Questionnaire {
  return isObject(raw) && Array.isArray(raw.profile) && Array.isArray(raw.derived); // our own server wrote and checked it
}

/** How many contributions a line rests on, rounded as published; null where that is not told. */
export function countOf(tables: readonly Table[], dimension: string, code: string): number | null {
  const table = tables.find((one) => one.form === "cells" && one.rows.code === dimension);
  if (table?.form !== "cells") return null;
  const cell = table.cells.find(({ row, column }) => row.code === code && (column === null || column.code === "total"));
  return cell?.figures?.n ?? null;
}
