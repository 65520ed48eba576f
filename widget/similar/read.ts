/** Reads what the comparison needs: the newest release of the questionnaire, then always the same tables. Nothing is sent. */
import { type Access, type Outcome, readList, readRelease, readTable } from "../releases/client.ts";
import type { CellTable, ReleaseHead } from "../releases/published.ts";
import { TABLES } from "./dimensions.ts";

export interface Read {
  /** The newest release; null when nothing is published. */
  readonly release: ReleaseHead | null;
  /** Every release of the questionnaire: figures may come from an older one. */
  readonly releases: readonly ReleaseHead[];
  /** The closest first. */
  readonly tables: readonly CellTable[];
}

export async function readSimilar(access: Access, questionnaire: string): Promise<Outcome<Read>> {
  const list = await readList(access);
  if (!list.ok) return list;
  const releases = list.value.releases.filter((one) => one.questionnaire === questionnaire);
  const [release] = releases;
  if (!release) return { ok: true, value: { release: null, releases, tables: [] } };
  const held = await readRelease(access, release.id);
  if (!held.ok) return held;
  const published = new Set(held.value.tables.map(({ id }) => id));
  const files = await Promise.all(
    TABLES.filter((id) => published.has(id)).map((id) => readTable(access, release.id, id)),
  );
  const tables: CellTable[] = [];
  for (const file of files) {
    if (!file.ok) return file;
    if (file.value.table.form === "cells") tables.push(file.value.table);
  }
  return { ok: true, value: { release, releases, tables } };
}
