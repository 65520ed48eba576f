/**
 * Needs and offer: what each published line needs most, and which services exist for it, here and nationally. Pure: it reads
 * a release and territories, and says nothing that a release does not.
 */
import type { Questionnaire } from "../../../questionnaires/schema/compiled.ts";
import type { Service, Territory } from "../../../questionnaires/schema/territory.ts";
import type { Figure, LineRow, Named, Reason, Table } from "../../releases/published.ts";
import { type Known, type Whom, whom } from "./possible.ts";

export type LinesTable = Extract<Table, { readonly form: "lines" }>;
export type Kind = "sector" | "department";

/** A line of a table: a sector of all France, or a department of the territory. */
export interface NeedLine {
  readonly kind: Kind;
  readonly code: string;
  readonly label: string;
}

export interface Offer {
  readonly service: Service;
  readonly scope: "local" | "national";
  /** Whether it is for all the establishments of the line, as far as the line tells, or for some of them. */
  readonly open: Exclude<Whom, "none">;
}

/**
 * `gap`: needed by many, and no service; `unserved`: no service, for a need that is smaller or hidden; `partial`: services,
 * but for some establishments only; `national`: for all of them, none of the territory's own; `local`: the territory's own.
 */
export type Finding = "gap" | "unserved" | "partial" | "national" | "local";

export interface Need {
  readonly action: Named;
  readonly line: NeedLine;
  /** Percent of the contributions of the line whose plan holds the action; null when it is hidden. */
  readonly share: Figure | null;
  readonly reason: Reason;
  readonly since: number | null;
  readonly offers: readonly Offer[];
  readonly finding: Finding;
}

/** Percent of the plans of a line from which an action is said to be needed by many: one plan in two. Our choice: no norm says it. */
export const MANY = 50;

export interface Needed {
  readonly sectors: LinesTable | null;
  /** Read only with a territory: departments of others say nothing of its offer. */
  readonly departments: LinesTable | null;
}

/**
 * One need per action and line, in the order of the tables. The action that only says to lift one's unknowns is left out: no
 * service can do it.
 */
export function needsAndOffer(
  { sectors, departments }: Needed,
  territory: Territory | null,
  national: Territory | null,
  questionnaire: Pick<Questionnaire, "profile" | "derived" | "unknown">,
): readonly Need[] {
  const here = (row: Named) => territory?.departments.includes(row.code) ?? false;
  const tables = [
    { kind: "sector" as const, table: sectors, keeps: () => true },
    { kind: "department" as const, table: departments, keeps: here },
  ];
  return tables.flatMap(({ kind, table, keeps }) => {
    const cells = (table?.cells ?? []).filter(({ row, subject }) => {
      return keeps(row) && row.code !== TOTAL && subject.code !== questionnaire.unknown.action;
    });
    const variable = variableOf(cells, questionnaire.profile);
    return cells.map((cell): Need => {
      const known: Known = new Map(variable?.values.has(cell.row.code) ? [[variable.id, cell.row.code]] : []);
      const offers = offersFor(cell.subject.code, known, territory, national, questionnaire.derived);
      return {
        action: cell.subject,
        line: { kind, ...cell.row },
        share: cell.reason === null ? cell.share : null,
        reason: cell.reason,
        since: cell.since,
        offers,
        finding: findingOf(cell.reason === null ? cell.share : null, offers),
      };
    });
  });
}

/** The line of all lines together: not a sector, not a department. */
const TOTAL = "total";

/** The variable of the profile that the lines are values of: the one that knows most of their codes. A release lists them all. */
function variableOf(cells: readonly LineRow[], profile: Questionnaire["profile"]) {
  const codes = new Set(cells.map(({ row }) => row.code));
  const known = profile.map(({ id, options }) => {
    const values = new Set(options.map(({ value }) => value));
    return { id, values, count: [...codes].filter((code) => values.has(code)).length };
  });
  return known.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count)[0];
}

function offersFor(
  action: string,
  known: Known,
  territory: Territory | null,
  national: Territory | null,
  derived: Questionnaire["derived"],
): readonly Offer[] {
  const of = (one: Territory | null, scope: Offer["scope"]) =>
    (one?.services ?? [])
      .filter(({ actions }) => actions.includes(action))
      .flatMap((service): Offer[] => {
        const open = whom(service.for, known, derived);
        return open === "none" ? [] : [{ service, scope, open }];
      });
  return [...of(territory?.code === national?.code ? null : territory, "local"), ...of(national, "national")];
}

/** What shows of a need and its offer; a hidden need (null) is never called a gap. */
export function findingOf(share: Figure | null, offers: readonly Offer[]): Finding {
  if (offers.length === 0) return (percentOf(share) ?? 0) >= MANY ? "gap" : "unserved";
  const whole = offers.filter(({ open }) => open === "all");
  if (whole.length === 0) return "partial";
  return whole.some(({ scope }) => scope === "local") ? "local" : "national";
}

/** A share as a number to compare: the bound of its band; null when nothing is shown. */
export function percentOf(share: Figure | null): number | null {
  if (share === null || typeof share === "number") return share;
  return "band" in share ? (share.band === "<=10" ? 10 : 90) : null;
}
