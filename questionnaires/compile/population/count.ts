/** From the lines of an extract to counts by category and department, and to everything that was not counted, and why. */
import { HEADER, SOCIAL_FAMILY } from "./layout.ts";
import { isoDate, readRecord } from "./record.ts";
import { splitLine } from "./split-line.ts";

/** The codes that the questionnaire knows: nothing else is counted. */
export interface Known {
  readonly categories: ReadonlySet<string>;
  readonly departments: ReadonlySet<string>;
}

export interface BadLine {
  /** From 1. */
  readonly line: number;
  readonly reason: string;
}

export interface Counted {
  readonly extractedOn: string;
  /** Category → department → establishments. */
  readonly counts: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly total: number;
  /** Lines of establishments in the file. */
  readonly read: number;
  readonly bad: readonly BadLine[];
  /** Lines that repeat a FINESS number; the first one counts. */
  readonly duplicates: number;
  /** Establishments that open after the day of the extract. */
  readonly notOpen: number;
  /** Social and médico-social categories that the questionnaire does not know: `code label` → establishments. */
  readonly unknown: ReadonlyMap<string, number>;
  /** Establishments of other families: hospitals, pharmacies, laboratories… */
  readonly elsewhere: number;
  /** Departments that the questionnaire does not know → establishments of its categories there. */
  readonly outside: ReadonlyMap<string, number>;
}

export type Refusal = "no-date" | "no-establishment" | "too-many-bad";

export type Counting =
  | { readonly ok: true; readonly value: Counted }
  | { readonly ok: false; readonly reason: Refusal; readonly bad: readonly BadLine[] };

/** More bad lines than one in a hundred: the file is not what this importer knows; its counts would be wrong by as much. */
const MOST_BAD = 0.01;

/** Counts; `date` is said by who imports, when the first line does not date the extract. */
export function countExtract(lines: readonly string[], known: Known, date: string | null = null): Counting {
  const dated = dateOf(lines[0] ?? "");
  const extractedOn = dated ?? date;
  const bad: BadLine[] = [];
  if (extractedOn === null) return { ok: false, reason: "no-date", bad };
  const counts = new Map<string, Map<string, number>>();
  const [unknown, outside] = [new Map<string, number>(), new Map<string, number>()];
  const seen = new Set<string>();
  let [total, read, duplicates, notOpen, elsewhere] = [0, 0, 0, 0, 0];
  for (const [index, line] of lines.entries()) {
    if (line === "" || (index === 0 && dated !== null)) continue;
    const reading = readRecord(line);
    if (reading.kind === "bad") bad.push({ line: index + 1, reason: reading.reason });
    if (reading.kind !== "establishment") continue;
    const { number, category, categoryLabel, family, department, opensOn } = reading.value;
    read++;
    if (seen.has(number)) duplicates++;
    else if (!known.categories.has(category)) {
      if (family.startsWith(SOCIAL_FAMILY)) add(unknown, `${category} ${categoryLabel}`.trim());
      else elsewhere++;
    } else if (!known.departments.has(department)) add(outside, department);
    else if (opensOn > extractedOn) notOpen++;
    else {
      const row = counts.get(category) ?? new Map<string, number>();
      counts.set(category, row);
      add(row, department);
      total++;
    }
    seen.add(number);
  }
  if (bad.length > MOST_BAD * (read + bad.length)) return { ok: false, reason: "too-many-bad", bad };
  if (total === 0) return { ok: false, reason: "no-establishment", bad };
  return {
    ok: true,
    value: { extractedOn, counts, total, read, bad, duplicates, notOpen, unknown, elsewhere, outside },
  };
}

/** The date of the first line `finess;etalab;111;2026-05-12`; null when that line is something else. */
function dateOf(line: string): string | null {
  const fields = splitLine(line);
  if (fields?.[0] !== HEADER) return null;
  return fields.map((field) => isoDate(field.trim())).find((field) => field !== "") ?? null;
}

function add(map: Map<string, number>, key: string): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}
