/**
 * The shares of one action, in all tables that say them: by version, by sector, by department. The number that have it in
 * each line adds up to the same total in every table, and cannot exceed what the sectors hold in each department: these
 * links make a loop. So it is not a rule that is trusted, but a check: unless every small number could be enough, with
 * everything that is told as it is, whole tables of the action are held back, departments first.
 */
import { isTold } from "./lines.ts";
import { type Reach, reachOf, type Side, type Sum } from "./network.ts";
import { INSIDER } from "./thresholds.ts";
import { heldBackShare, knownOf, type Mark, ownShareFate, wholeOf } from "./triggered.ts";
import type { Fate } from "./unit.ts";

/** The shares of one action. */
export interface ActionShares {
  readonly versions: readonly Mark[];
  readonly rows: readonly Mark[];
  readonly columns: readonly Mark[];
  /** How many stand in each row and column, row by row: now, and come since the last release. */
  readonly held: readonly number[];
  readonly came: readonly number[];
  /** Whether the release before knew the action: else nothing is counted as come since. */
  readonly known: boolean;
}

export interface ShareFates {
  readonly versions: readonly Fate[];
  readonly rows: readonly Fate[];
  readonly columns: readonly Fate[];
}

type Table = keyof ShareFates;

/** What is held back, in turn, until nothing small is bounded. */
const STEPS: readonly (readonly Table[])[] = [
  [],
  ["columns"],
  ["rows"],
  ["columns", "rows"],
  ["columns", "rows", "versions"],
];

/** The fate of each share of the action. */
export function protectShares(shares: ActionShares, minimum: number): ShareFates {
  let fates = fatesWithout(shares, [], minimum);
  for (const held of STEPS) {
    fates = fatesWithout(shares, held, minimum);
    const layers = [nowOf, sinceOf, lateOf];
    if (layers.every((layer) => keepsRoom(layer(shares, fates, minimum), minimum))) break;
  }
  return fates;
}

function fatesWithout(shares: ActionShares, held: readonly Table[], minimum: number): ShareFates {
  const of = (table: Table) =>
    shares[table].map((mark) => {
      const fate = ownShareFate(mark, minimum);
      return fate === "moves" && held.includes(table) ? heldBackShare(mark.before) : fate;
    });
  return { versions: of("versions"), rows: of("rows"), columns: of("columns") };
}

/** How many have it in a line: as a sum, and among how many. */
type LineSum = Sum & {
  readonly whole: number;
  /** Whether a small number here must have room. */
  readonly watched: boolean;
};

interface Layer {
  readonly versions: readonly LineSum[];
  readonly rows: readonly LineSum[];
  readonly columns: readonly LineSum[];
  readonly capacity: readonly number[];
  readonly total: Sum;
}

/** Everything there is. */
function nowOf(shares: ActionShares, fates: ShareFates, minimum: number): Layer {
  const sum = (table: Table) =>
    shares[table].map((mark, index): LineSum => {
      const known = knownOf(mark, fates[table][index] ?? "hidden", minimum);
      return { amount: mark.split.held.count, whole: wholeOf(mark.split), watched: true, ...known };
    });
  return merged(shares, { versions: sum("versions"), rows: sum("rows"), columns: sum("columns") }, shares.held);
}

/** What came since the last release: known where the share was told then and is told now. */
function sinceOf(shares: ActionShares, fates: ShareFates, minimum: number): Layer {
  const enough = minimum + INSIDER;
  const sum = (table: Table) =>
    shares[table].map((mark, index): LineSum => {
      const { split, before } = mark;
      const { amount, whole } = cameTo(mark, shares.known);
      const told = before?.told === true && isTold(fates[table][index]);
      const small = (holding: { readonly count: number }) => holding.count < enough;
      const plain = told && ![split.held, split.free, before.split.held, before.split.free].some(small);
      return { amount, whole, watched: true, least: plain ? amount : 0, most: plain ? amount : whole };
    });
  return merged(shares, { versions: sum("versions"), rows: sum("rows"), columns: sum("columns") }, shares.came);
}

/**
 * What came since the last release to the lines that were not told then and are told now: since they are known now, more can
 * have come only if fewer were there then, and more in another line that was not told then, to which fewer came.
 */
function lateOf(shares: ActionShares, fates: ShareFates): Layer {
  const sum = (table: Table) =>
    shares[table].map((mark, index): LineSum => {
      const { amount, whole } = cameTo(mark, shares.known);
      const late = mark.before?.told !== true;
      return {
        ...{ amount, whole, watched: late && isTold(fates[table][index]) },
        ...{ least: late ? 0 : amount, most: late ? whole : amount },
      };
    });
  const layer = merged(shares, { versions: sum("versions"), rows: sum("rows"), columns: sum("columns") }, shares.came);
  const { amount } = layer.total;
  return { ...layer, total: { amount, least: amount, most: amount } };
}

/** What came to a line since the release before. */
function cameTo({ split, before }: Mark, known: boolean): Pick<LineSum, "amount" | "whole"> {
  const came = (side: "held" | "free") => (known ? split[side].ever - (before?.split[side].ever ?? 0) : 0);
  return { amount: came("held"), whole: came("held") + came("free") };
}

/** Lines that are hidden everywhere count as one: nothing says in which of them a contribution stands. */
function merged(
  shares: ActionShares,
  { versions, rows, columns }: Omit<Layer, "capacity" | "total">,
  capacity: readonly number[],
): Layer {
  const [rowAt, mergedRows] = together(shares.rows, rows);
  const [columnAt, mergedColumns] = together(shares.columns, columns);
  const cells = new Array<number>(mergedRows.length * mergedColumns.length).fill(0);
  for (const [place, most] of capacity.entries()) {
    const row = rowAt[Math.floor(place / columns.length)] ?? 0;
    const at = row * mergedColumns.length + (columnAt[place % columns.length] ?? 0);
    cells[at] = (cells[at] ?? 0) + most;
  }
  return { versions, rows: mergedRows, columns: mergedColumns, capacity: cells, total: added(versions) };
}

/** Where each line has gone, and the lines there are then. */
function together(marks: readonly Mark[], sums: readonly LineSum[]): readonly [readonly number[], readonly LineSum[]] {
  const kept = sums.filter((_, index) => marks[index]?.line !== "hidden");
  const hidden = sums.filter((_, index) => marks[index]?.line === "hidden");
  let next = 0;
  const at = marks.map(({ line }) => (line === "hidden" ? kept.length : next++));
  return [at, hidden.length === 0 ? kept : [...kept, added(hidden)]];
}

function added(sums: readonly LineSum[]): LineSum {
  const sum = (of: (one: LineSum) => number) => sums.reduce((total, one) => total + of(one), 0);
  return {
    amount: sum(({ amount }) => amount),
    whole: sum(({ whole }) => whole),
    least: sum(({ least }) => least),
    most: sum(({ most }) => most),
    watched: sums.some(({ watched }) => watched),
  };
}

/** Whether every small number of a line, with it or without it, could be enough. */
function keepsRoom({ versions, rows, columns, capacity, total }: Layer, minimum: number): boolean {
  const enough = minimum + INSIDER;
  const reach = reachOf({ rows, columns, total, capacity });
  if (reach === null) return false;
  const open = (side: Side) => (line: LineSum, index: number) =>
    !line.watched ||
    shortfalls(line, enough).every(({ up, by }) => (up ? reach.rise : reach.fall)(side, index, by) >= by);
  return (
    rows.every(open("row")) && columns.every(open("column")) && versions.every(openVersion(versions, reach, enough))
  );
}

/** A version gains from another one, or from the total. */
function openVersion(versions: readonly LineSum[], reach: Reach, enough: number) {
  return (line: LineSum) =>
    !line.watched ||
    shortfalls(line, enough).every(({ up, by }) => {
      const others = versions.filter((one) => one !== line);
      const given = others.reduce((sum, { amount, least, most }) => sum + (up ? amount - least : most - amount), 0);
      const own = up ? line.most - line.amount : line.amount - line.least;
      return own >= by && given + (up ? reach.rise : reach.fall)("total", 0, by) >= by;
    });
}

/** What a line lacks to have enough with it, and without it; nothing where there is none, or enough. */
function shortfalls(
  { amount, whole }: LineSum,
  enough: number,
): readonly { readonly up: boolean; readonly by: number }[] {
  const most = Math.min(enough, whole);
  const short = (count: number) => count > 0 && count < most;
  return [
    ...(short(amount) ? [{ up: true, by: most - amount }] : []),
    ...(short(whole - amount) ? [{ up: false, by: most - (whole - amount) }] : []),
  ];
}
