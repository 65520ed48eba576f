/**
 * The attacker: a linear programme over everything that was ever published. It knows the list of tables, that a
 * contribution stands in one cell of each, what rounding and the minimum mean, when deletions happened, and where one
 * establishment, its own, stands. It asks of a small cell: how small, how large can it have been?
 */
import highsLoader, { type Highs } from "highs";
import { plannedTables, type TablePlan } from "../../../worker/statistics/plan.ts";

/** An interval that something published puts on a sum of cells, at a release (from 0). */
export interface Fact {
  readonly terms: readonly Term[];
  readonly low: number;
  readonly high: number;
}

/**
 * A cell of a table (row and column null = any) as it was at a release. `of`: only those who have an action in their plan
 * (`having`), or whose version has it at all (`able`).
 */
export interface Term {
  readonly sign: number;
  readonly of?: { readonly action: string; readonly are: "having" | "able" };
  readonly release: number;
  readonly table: string;
  readonly row: string | null;
  readonly column: string | null;
}

export interface Knowledge {
  readonly facts: readonly Fact[];
  /** How many releases there were. */
  readonly releases: number;
  /** The releases before which contributions may have been deleted. */
  readonly deletions: ReadonlySet<number>;
  /** The codes of each dimension. */
  readonly codes: Readonly<Record<string, readonly string[]>>;
  /** The versions of each action that is attacked; none = the attacker leaves the actions alone. */
  readonly actions?: Readonly<Record<string, readonly string[]>>;
}

/** Where actions are told: the lines of the first table, those of the second. */
export const ACTION_TABLES = ["department-sector", "version"] as const;

const tables = plannedTables("esms");

const highs = await (highsLoader as unknown as () => Promise<Highs>)();

/** All that the attacker knows, as the constraints of a linear programme. */
export class Attacker {
  readonly #knowledge: Knowledge;
  readonly #constraints: string;

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
    const lines = [
      ...this.#structure(),
      ...this.#actionStructure(),
      ...knowledge.facts.flatMap((fact) => this.#bounds(fact)),
    ];
    this.#constraints = lines.map((line, index) => ` c${index}: ${line}`).join("\n");
  }

  /** The largest that a sum of cells may have been; `also` = what it knows besides. */
  largest(terms: readonly Term[], also: readonly Fact[] = []): number {
    return this.#solve("Maximize", terms, also);
  }

  /** The smallest. */
  smallest(terms: readonly Term[], also: readonly Fact[] = []): number {
    return this.#solve("Minimize", terms, also);
  }

  #solve(direction: "Maximize" | "Minimize", terms: readonly Term[], also: readonly Fact[]): number {
    const more = also
      .flatMap((fact) => this.#bounds(fact))
      .map((line, index) => ` k${index}: ${line}`)
      .join("\n");
    const text = `${direction}\n obj: ${this.#sum(terms)}\nSubject To\n${this.#constraints}\n${more}\nEnd\n`;
    const { Status, ObjectiveValue } = highs.solve(text);
    if (Status === "Unbounded") return Number.POSITIVE_INFINITY;
    if (Status !== "Optimal") throw new Error(`What the attacker knows contradicts itself: ${Status}.`);
    return ObjectiveValue;
  }

  /**
   * Those who have an action are some of those who are able to; these are everyone in the versions that have it. Both are
   * counted in each department and sector, and in each version, and add up to the same.
   */
  *#actionStructure(): Generator<string> {
    const { releases, deletions, actions = {} } = this.#knowledge;
    const [crossing, version] = ACTION_TABLES.map((id) => tables.find((table) => table.id === id));
    if (!crossing || !version) throw new Error("The tables of actions have changed.");
    const kept = ["having", "able"] as const;
    for (const action of Object.keys(actions)) {
      const of = (are: "having" | "able") => ({ action, are });
      for (let release = 0; release < releases; release++) {
        const whole = (sign: number, table: TablePlan, are: "having" | "able"): Term => ({
          ...{ sign, release, table: table.id, row: null, column: null },
          of: of(are),
        });
        for (const are of kept) yield `${this.#sum([whole(1, crossing, are), whole(-1, version, are)])} = 0`;
        for (const table of [crossing, version]) {
          for (const [row, column] of this.#cells(table)) {
            const all: Term = { sign: 1, release, table: table.id, row, column };
            const having: Term = { ...all, of: of("having") };
            const able: Term = { ...all, of: of("able") };
            const less = (one: Term, other: Term) => [one, { ...other, sign: -1 }];
            yield `${this.#sum([having])} >= 0`;
            for (const pair of [less(able, having), less(all, able)]) {
              yield `${this.#sum(pair)} >= 0`; // at each release,
              yield `${this.#sum(pair, "a", release)} >= 0`; // of those who came before it,
              if (deletions.has(release)) yield `${this.#sum(pair, "d", release)} >= 0`; // and of those who went
            }
            if (table !== version) continue;
            const none = actions[action]?.includes(row) ? less(all, able) : [able];
            yield `${this.#sum(none, "a", release)} = 0`;
            if (deletions.has(release)) yield `${this.#sum(none, "d", release)} = 0`;
          }
        }
      }
    }
  }

  /** Every table has the same margins, and no cell is ever negative. */
  *#structure(): Generator<string> {
    const { releases, deletions, codes } = this.#knowledge;
    for (let release = 0; release < releases; release++) {
      for (const dimension of Object.keys(codes)) {
        const having = tables.filter(({ rows, columns }) => rows.id === dimension || columns?.id === dimension);
        const [first, ...others] = having;
        for (const code of codes[dimension] ?? []) {
          for (const other of others) {
            if (first)
              yield `${this.#sum([line(1, release, first, dimension, code), line(-1, release, other, dimension, code)])} = 0`;
          }
        }
      }
      const [first, ...others] = tables;
      for (const other of others) {
        const whole = (sign: 1 | -1, table: string): Term => ({ sign, release, table, row: null, column: null });
        if (first) yield `${this.#sum([whole(1, first.id), whole(-1, other.id)])} = 0`;
      }
      if (deletions.size === 0) continue;
      for (const table of tables) {
        for (const [row, column] of this.#cells(table))
          yield `${this.#sum([{ sign: 1, release, table: table.id, row, column }])} >= 0`;
      }
    }
  }

  #bounds({ terms, low, high }: Fact): readonly string[] {
    const sum = this.#sum(terms);
    return [...(low > -Infinity ? [`${sum} >= ${low}`] : []), ...(high < Infinity ? [`${sum} <= ${high}`] : [])];
  }

  *#cells({ rows, columns }: TablePlan): Generator<readonly [string, string | null]> {
    for (const row of this.#knowledge.codes[rows.id] ?? []) {
      if (columns === null) yield [row, null];
      else for (const column of this.#knowledge.codes[columns.id] ?? []) yield [row, column];
    }
  }

  /** A cell at a release is what was added to it by then, less what was deleted: the variables of the programme. */
  #sum(terms: readonly Term[], only: "a" | "d" | null = null, at: number | null = null): string {
    const weights = new Map<string, number>();
    const put = (name: string, weight: number) => weights.set(name, (weights.get(name) ?? 0) + weight);
    for (const { sign, release, table, row, column, of } of terms) {
      const kind =
        of === undefined
          ? ""
          : `${of.are === "having" ? "h" : "w"}${Object.keys(this.#knowledge.actions ?? {}).indexOf(of.action)}_`;
      const plan = tables.find(({ id }) => id === table);
      if (!plan) throw new Error(`No such table: ${table}`);
      for (const [r, c] of this.#cells(plan)) {
        if ((row !== null && row !== r) || (column !== null && column !== c)) continue;
        for (let past = at ?? 0; past <= release; past++) {
          const name = `${kind}${tables.indexOf(plan)}_${(this.#knowledge.codes[plan.rows.id] ?? []).indexOf(r)}_${
            plan.columns === null ? 0 : (this.#knowledge.codes[plan.columns.id] ?? []).indexOf(c ?? "")
          }_${past}`;
          if (only !== "d") put(`a${name}`, sign);
          if (only !== "a" && this.#knowledge.deletions.has(past)) put(`d${name}`, only === "d" ? sign : -sign);
        }
      }
    }
    const parts = [...weights].filter(([, weight]) => weight !== 0);
    if (parts.length === 0) return "0 a0_0_0_0";
    return parts.map(([name, weight]) => `${weight < 0 ? "-" : "+"} ${Math.abs(weight)} ${name}`).join(" ");
  }
}

function line(sign: 1 | -1, release: number, table: TablePlan, dimension: string, code: string): Term {
  const isRow = table.rows.id === dimension;
  return { sign, release, table: table.id, row: isRow ? code : null, column: isRow ? null : code };
}
