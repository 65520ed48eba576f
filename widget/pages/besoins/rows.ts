/** Which needs a reader looks at, and in which order: the lines to choose from, one row per action, sorting. Pure. */
import { type Finding, findingOf, type Kind, type Need, type NeedLine, type Offer, percentOf } from "./needs.ts";

/** All lines of a kind, each action where it is needed most (`code` null); or one line. */
export interface Choice {
  readonly kind: Kind;
  readonly code: string | null;
}

export function linesOf(needs: readonly Need[], kind: Kind): readonly NeedLine[] {
  const own = needs.filter(({ line }) => line.kind === kind).map(({ line }) => line);
  return [...new Map(own.map((line) => [line.code, line])).values()];
}

/** A need as one row; `elsewhere`: another line of the same table has a gap there, which this row would hide. */
export interface Row extends Need {
  readonly elsewhere: boolean;
}

/** One need per action: of the chosen line, or of the line where it is greatest; among equals, where the least is offered. */
export function rowsOf(needs: readonly Need[], { kind, code }: Choice): readonly Row[] {
  const own = needs.filter(({ line }) => line.kind === kind && (code === null || line.code === code));
  const most = new Map<string, Need>();
  for (const need of own) {
    const before = most.get(need.action.code);
    if (!before || isBefore(need, before)) most.set(need.action.code, need);
  }
  const gaps = new Set(own.filter(({ finding }) => finding === "gap").map(({ action }) => action.code));
  return [...most.values()].map((need) => ({
    ...(need.share === null ? hiddenEverywhere(need, own) : need),
    elsewhere: need.finding !== "gap" && gaps.has(need.action.code),
  }));
}

function isBefore(one: Need, other: Need): boolean {
  if (weight(one) !== weight(other)) return weight(one) > weight(other);
  return FINDINGS.indexOf(one.finding) < FINDINGS.indexOf(other.finding);
}

/** No line tells the need: the offer is then that of all the lines together, for some where one of them has none. */
function hiddenEverywhere(need: Need, needs: readonly Need[]): Need {
  const same = needs.filter(({ action }) => action.code === need.action.code);
  const open = (id: string) =>
    same.every(({ offers }) => offers.some((one) => one.service.id === id && one.open === "all"));
  const all = new Map(same.flatMap(({ offers }) => offers.map((one) => [one.service.id, one] as const)));
  const offers = [...all.values()]
    .map((one): Offer => ({ ...one, open: open(one.service.id) ? "all" : "some" }))
    .sort((a, b) => a.scope.localeCompare(b.scope));
  return { ...need, offers, finding: findingOf(null, offers) };
}

function weight({ share }: Need): number {
  return percentOf(share) ?? -1;
}

export const COLUMNS = ["action", "share", "finding", "line", "local", "national"] as const;
export type Column = (typeof COLUMNS)[number];

export interface Sorting {
  readonly column: Column;
  readonly descending: boolean;
}

/** What is needed most comes first. */
export const BY_NEED: Sorting = { column: "share", descending: true };

/** From what is missing to what is there. */
const FINDINGS: readonly Finding[] = ["gap", "unserved", "partial", "national", "local"];

/** Equal rows keep the order of the need, then of the tables; what is hidden is always last in its column. */
export function sorted(rows: readonly Row[], { column, descending }: Sorting, language: string): readonly Row[] {
  const collator = new Intl.Collator(language, { numeric: true });
  const count = (need: Need, scope: string) => need.offers.filter((one) => one.scope === scope).length;
  const compare: Readonly<Record<Column, (a: Need, b: Need) => number>> = {
    action: (a, b) => collator.compare(a.action.label, b.action.label),
    share: (a, b) => weight(a) - weight(b),
    line: (a, b) => collator.compare(a.line.label, b.line.label),
    local: (a, b) => count(a, "local") - count(b, "local"),
    national: (a, b) => count(a, "national") - count(b, "national"),
    finding: (a, b) => FINDINGS.indexOf(a.finding) - FINDINGS.indexOf(b.finding),
  };
  const way = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const hidden = column === "share" ? Number(a.share === null) - Number(b.share === null) : 0;
    return hidden || way * compare[column](a, b) || weight(b) - weight(a);
  });
}
