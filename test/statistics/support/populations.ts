/** Populations to attack: random ones, some values rare; and hostile ones, made to sit on the edges of the rules. */
import type { Step } from "./campaign.ts";
import { CHOICES, type Person } from "./people.ts";

/** Chance that is the same at each run (Numerical Recipes). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Three releases: up to `most` come before each, and sometimes some of the oldest are deleted. */
export function randomSteps(seed: number, most: number): readonly Step[] {
  const random = chance(seed);
  const rarity = 0.3 + 0.4 * random();
  return [0, 1, 2].map((release) => ({
    came: Array.from({ length: 5 + Math.floor(random() * most) }, () => randomPerson(random, rarity)),
    deleted: release > 0 && random() < 0.4 ? Math.floor(random() * 15) : 0,
  }));
}

function randomPerson(random: () => number, rarity: number): Person {
  const { period, ...others } = CHOICES;
  const values = Object.entries(others).map(([field, codes]) => {
    const place = codes.findIndex((_, index) => index === codes.length - 1 || random() < rarity);
    return [field, codes[place]];
  });
  const score = Math.floor(100 * random());
  const plan = [random() < 0.6 ? ["usual"] : [], random() < rarity / 4 ? ["rare"] : [], random() < 0.5 ? ["new"] : []];
  return { ...Object.fromEntries(values), period: period[0], score, plan: plan.flat() } as Person; // every field has a code
}

const ORDINARY: Person = {
  territory: "ara",
  secteur: "pa",
  medicalise: "oui",
  hebergement: "site",
  taille: "s",
  departement: "01",
  categorie: "500",
  version: "1.1.0",
  period: "2026-T1",
  score: 50,
  plan: [],
};

/** So many people like the ordinary one, but for what is said. */
export function like(count: number, difference: Partial<Person> = {}): readonly Person[] {
  return Array.from({ length: count }, () => ({ ...ORDINARY, ...difference }));
}

/** Who comes in the quarter after: the oldest, who are deleted first, are then exactly those of the quarter before. */
const NEXT: Partial<Person> = { period: "2026-T2" };

const only = (...came: readonly (readonly Person[])[]): Step => ({ came: came.flat(), deleted: 0 });

/** A grid of sector × medicalised with these counts. */
function grid(counts: readonly (readonly number[])[]): readonly Person[] {
  return counts.flatMap((row, r) =>
    row.flatMap((count, c) =>
      like(count, { secteur: CHOICES.secteur[r] ?? "pa", medicalise: CHOICES.medicalise[c] ?? "oui" }),
    ),
  );
}

/** By what they try. */
export const HOSTILE: Readonly<Record<string, readonly Step[]>> = {
  "one small cell in a full table": [
    only(
      grid([
        [40, 30, 3],
        [30, 40, 25],
        [20, 30, 35],
        [30, 20, 22],
      ]),
    ),
  ],
  "lines of exactly eleven, split in two": [
    only(
      grid([
        [5, 6, 0],
        [6, 5, 0],
        [40, 40, 0],
        [30, 30, 0],
      ]),
    ),
  ],
  "a diagonal of small cells": [
    only(
      grid([
        [3, 40, 40],
        [40, 4, 40],
        [40, 40, 5],
        [30, 30, 30],
      ]),
    ),
  ],
  "counts at the edges of rounding, so that no margin leaves room": [
    only(
      grid([
        [13, 13, 3],
        [13, 8, 13],
        [13, 18, 23],
        [8, 13, 13],
      ]),
    ),
  ],
  "the other edge of rounding": [
    only(
      grid([
        [12, 12, 2],
        [17, 7, 12],
        [12, 22, 27],
        [7, 12, 17],
      ]),
    ),
  ],
  "two small cells on the same line, none elsewhere": [
    only(
      grid([
        [4, 7, 60],
        [30, 30, 30],
        [30, 30, 30],
        [30, 30, 30],
      ]),
    ),
  ],
  "one newcomer of a kind at each release": [
    only(
      grid([
        [40, 30, 0],
        [30, 40, 25],
        [20, 30, 35],
        [30, 20, 22],
      ]),
    ),
    only(like(14), like(1, { medicalise: "non" })),
    only(like(14), like(1, { medicalise: "non" })),
    only(like(14), like(1, { medicalise: "non" })),
  ],
  "one newcomer alone at each release": [
    only(
      grid([
        [12, 12, 12],
        [12, 12, 12],
      ]),
    ),
    only(like(1)),
    only(like(1)),
  ],
  "a cell that reaches eleven, its neighbour that stays small": [
    only(
      grid([
        [20, 6, 6],
        [20, 6, 6],
        [20, 20, 20],
      ]),
    ),
    only(like(5, { medicalise: "part" }), like(12)),
    only(like(12, { secteur: "ph" }), like(6, { medicalise: "part" })),
  ],
  "a rare value that linked tables share": [
    only(like(60), like(40, { secteur: "ph", hebergement: "saas" }), like(5, { medicalise: "non", taille: "l" })),
    only(like(30), like(12, { medicalise: "non", hebergement: "mixte" })),
  ],
  "deletions of a few, then of one": [
    only(
      grid([
        [20, 15, 12],
        [15, 20, 14],
        [13, 16, 30],
      ]),
    ),
    { came: like(12), deleted: 3 },
    { came: like(1), deleted: 1 },
  ],
  "a deletion of most of a line": [
    only(
      grid([
        [14, 14, 14],
        [40, 40, 40],
        [30, 30, 30],
      ]),
    ),
    { came: like(15, { secteur: "dom" }), deleted: 38 },
  ],
  "the purge of a quarter of which a few only came": [
    only(like(9), like(2, { secteur: "ph" }), like(40, NEXT), like(15, { ...NEXT, secteur: "ph" })),
    { came: like(20, NEXT), deleted: 11 },
  ],
  "a purge in two runs, with a release in between": [
    only(like(26), like(18, { secteur: "ph" }), like(30, NEXT), like(16, { ...NEXT, secteur: "ph" })),
    { came: like(12, NEXT), deleted: 20 },
    { came: like(12, NEXT), deleted: 24 },
  ],
  "a cell hidden for its neighbour's sake, in a line to which nobody comes": [
    only(
      grid([
        [20, 15, 3],
        [15, 12, 14],
        [2, 16, 30],
      ]),
    ),
    only(
      grid([
        [25, 0, 2],
        [14, 0, 0],
        [0, 0, 0],
      ]),
    ),
  ],
  "hidden lines of exactly eleven, the others at the edges of rounding": [
    // 72 = 33 + 28 + 11: known to be at most 72, at least 33 and at least 28.
    only(
      like(33),
      like(28, { departement: "02" }),
      like(5, { departement: "03" }),
      like(6, { departement: "04" }), // the last one is the attacker’s own
    ),
  ],
  "a rare category and a rare version": [only(like(60), like(3, { categorie: "354" }), like(4, { version: "1.0.0" }))],
  "a few newcomers in hidden categories": [
    only(like(60), like(5, { categorie: "354" }), like(8, { categorie: "255" })),
    only(like(12), like(2, { categorie: "354" })),
  ],
  "newcomers who all join known categories but one": [
    only(like(40), like(30, { categorie: "354" }), like(20, { categorie: "255" })),
    only(like(15), like(2, { categorie: "354" })),
    only(like(15), like(13, { categorie: "354" }), like(1, { categorie: "255" })),
  ],
  "almost everyone in one territory": [
    only(like(80, { departement: "02" }), like(60), like(2, { territory: "paca" })),
    only(like(20), like(9, { territory: "paca", departement: "03" })),
  ],
};

const FULL = grid([
  [40, 30, 3],
  [30, 40, 25],
  [20, 30, 35],
  [30, 20, 22],
]);
const SECOND = [...like(25), ...like(2, { medicalise: "non" }), ...like(14, { secteur: "ph" })];

/** Where a release, safe by itself, told what the ones before had left open. */
export const EPOCHS: Readonly<Record<string, readonly Step[]>> = {
  "a cell held back for its neighbour's sake, shown when its column waits": [
    only(
      grid([
        [20, 15, 3],
        [15, 12, 14],
        [2, 16, 30],
      ]),
    ),
    only(SECOND),
  ],
  "two newcomers, once all who were first are deleted": [
    only(FULL),
    only(SECOND),
    { came: like(13, { secteur: "dom" }), deleted: 325 },
    only(like(12), like(1, { medicalise: "non" })),
  ],
};

const AXES = [
  ["secteur", "medicalise"],
  ["departement", "secteur"],
  ["taille", "secteur"],
  ["secteur", "territory"],
  ["hebergement", "medicalise"],
] as const;
const FIRST = [0, 1, 2, 3, 5, 6, 8, 11, 12, 13, 14, 17, 20, 25, 30, 40];
const LATER = [1, 2, 3, 5, 8, 11, 12, 13, 14, 25];

/**
 * Two to five releases of one small table, with numbers around the thresholds: first a full grid, then a few of its cells grow;
 * once in five, some or most of the oldest are deleted.
 */
export function hostileSteps(seed: number): readonly Step[] {
  const random = chance(7_919 * seed + 13);
  for (let turn = 0; turn < 5; turn++) random(); // neighbouring seeds begin alike
  const below = (most: number) => Math.floor(random() * most);
  const one = <T>(of: readonly [T, ...T[]] | readonly T[]): T => of[below(of.length)] as T; // never empty
  const [height, width, releases] = [2 + below(3), 2 + below(2), 2 + below(4)];
  const [rows, columns] = one(AXES);
  const scattered = random() < 0.3;
  let present = 0;
  return Array.from({ length: releases }, (_, release): Step => {
    const cells = release === 0 ? height * width : 1 + below(release === 1 ? 5 : 4);
    const came = Array.from({ length: cells }, (_, index) => {
      const others = scattered
        ? {
            medicalise: one(CHOICES.medicalise),
            departement: one(CHOICES.departement),
            categorie: one(CHOICES.categorie),
          }
        : {};
      const [row, column] = release === 0 ? [Math.floor(index / width), index % width] : [below(height), below(width)];
      const at = (codes: readonly string[], place: number) => codes[place % codes.length];
      const here = { [rows]: at(CHOICES[rows], row), [columns]: at(CHOICES[columns], column) };
      return like(one(release === 0 ? FIRST : LATER), { ...others, ...here });
    }).flat();
    present += came.length;
    const deletes = release > 0 && random() < 0.2;
    const deleted = deletes ? Math.min(present, random() < 0.5 ? below(30) : below(present)) : 0;
    present -= deleted;
    return { came, deleted };
  });
}
