/** A campaign for the attacker's test: people come and go between releases; what was true at each date is remembered. */

import { NO_HISTORY } from "../../../worker/statistics/disclosure/history.ts";
import { type Memory, NO_MEMORY } from "../../../worker/statistics/memory.ts";
import { plannedTables } from "../../../worker/statistics/plan.ts";
import type { PublishedTable } from "../../../worker/statistics/published.ts";
import { buildRelease } from "../../../worker/statistics/release.ts";
import { Attacker, type Fact, type Knowledge, type Term } from "./attacker.ts";
import { CHOICES, countersAfter, type Person, vocabularyOf } from "./people.ts";
import { everyPlace, knowledgeFrom, type Reading, rounded } from "./read-releases.ts";

export const MINIMUM = 11;

const TABLES = plannedTables("esms");

/** Where each dimension is read in a person. */
export const FIELDS: Readonly<Record<string, Exclude<keyof Person, "score" | "plan">>> = {
  territory: "territory",
  sector: "secteur",
  medicalised: "medicalise",
  hosting: "hebergement",
  size: "taille",
  department: "departement",
  category: "categorie",
  version: "version",
  quarter: "period",
};

export const CODES: Knowledge["codes"] = Object.fromEntries(
  Object.entries(FIELDS).map(([dimension, field]) => [dimension, CHOICES[field]]),
);

/** Who came before a release, and how many of the oldest were deleted before it. */
export interface Step {
  readonly came: readonly Person[];
  readonly deleted: number;
}

export interface Campaign {
  /** What each release published; null when nothing moved. */
  readonly published: readonly (readonly PublishedTable[] | null)[];
  /** Who was counted at each release. */
  readonly present: readonly (readonly Person[])[];
  readonly deletions: ReadonlySet<number>;
  readonly memories: readonly Memory[];
}

/**
 * Runs the steps. `forget`: each release ignores all of those before, as independent snapshots would, or only what they told
 * of each epoch.
 */
export function run(steps: readonly Step[], forget: "all" | "epochs" | null = null): Campaign {
  const everyone: Person[] = [];
  const published: (readonly PublishedTable[] | null)[] = [];
  const present: (readonly Person[])[] = [];
  const deletions = new Set<number>();
  const memories: Memory[] = [];
  let memory = NO_MEMORY;
  let number = 1;
  let gone = 0;
  for (const [index, { came, deleted }] of steps.entries()) {
    everyone.push(...came);
    gone += deleted;
    if (deleted > 0) deletions.add(index);
    const counters = countersAfter(everyone, everyone.slice(0, gone));
    const request = { questionnaire: "esms", number, minimum: MINIMUM, vocabulary: vocabularyOf(CHOICES) };
    const release = buildRelease(request, counters, remembered(memory, forget));
    if (release !== null) {
      memory = release.memory;
      number++;
    }
    published.push(release?.tables ?? null);
    present.push(everyone.slice(gone));
    memories.push(memory);
  }
  return { published, present, deletions, memories };
}

function remembered(memory: Memory, forget: "all" | "epochs" | null): Memory {
  if (forget === null) return memory;
  if (forget === "all") return NO_MEMORY;
  const cells = Object.entries(memory.cells).map(([table, places]) => {
    const without = Object.entries(places).map(([place, one]) => [place, { ...one, history: NO_HISTORY }]);
    return [table, Object.fromEntries(without)];
  });
  return { ...memory, cells: Object.fromEntries(cells) };
}

/** A small cell that the attacker bounds below the minimum. */
export interface Leak {
  readonly place: Omit<Term, "sign" | "release">;
  readonly release: number;
  /** How many there were: in the cell, or joining it since the release before. */
  readonly truth: number;
  readonly atMost: number;
}

/** Everything that can be learned at the last release about any small cell, now or at any release before. */
export function leaks(campaign: Campaign, own: Person | null, read: Reading = rounded(MINIMUM)): readonly Leak[] {
  const { published, present, deletions } = campaign;
  const attacker = new Attacker(knowledgeFrom(published, read, CODES, deletions));
  const found: Leak[] = [];
  for (const place of everyPlace(CODES)) {
    for (const release of present.keys()) {
      const truth = holding(present[release] ?? [], place);
      const known = own !== null && present[release]?.includes(own) ? ownFacts(own, release) : [];
      const ask = (terms: readonly Term[], count: number) => {
        if (count === 0 || count >= MINIMUM) return;
        const atMost = attacker.largest(terms, known);
        if (atMost < MINIMUM - TOLERANCE) found.push({ place, release, truth: count, atMost });
      };
      const now: Term = { ...place, sign: 1, release };
      ask([now], truth);
      if (release === 0 || deletions.has(release)) continue;
      ask([now, { ...place, sign: -1, release: release - 1 }], truth - holding(present[release - 1] ?? [], place));
    }
  }
  return found;
}

/** What a solver of linear programmes may be wrong by. */
const TOLERANCE = 1e-6;

/** How many stand in a cell, line or total. */
export function holding(people: readonly Person[], { table, row, column }: Omit<Term, "sign" | "release">): number {
  const plan = TABLES.find(({ id }) => id === table);
  const at = (person: Person, dimension: string | undefined) => person[FIELDS[dimension ?? ""] ?? "territory"];
  return people.filter(
    (person) =>
      (row === null || at(person, plan?.rows.id) === row) &&
      (column === null || at(person, plan?.columns?.id) === column),
  ).length;
}

/** An establishment knows that it stands in its own cell of every table. */
export function ownFacts(own: Person, release: number): readonly Fact[] {
  return TABLES.map(({ id, rows, columns }) => {
    const row = own[FIELDS[rows.id] ?? "territory"];
    const column = columns === null ? null : own[FIELDS[columns.id] ?? "territory"];
    return { terms: [{ sign: 1, release, table: id, row, column }], low: 1, high: Number.POSITIVE_INFINITY };
  });
}
