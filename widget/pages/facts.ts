/** What the statements say that must not be written by hand: read by the build where the code itself reads it. */

export type CriterionResult = "conform" | "nonconform" | "not-applicable" | "not-tested";

/** A criterion of the RGAA in short words; `tests` are the files that fall when it is no longer met. */
export interface Criterion {
  readonly id: string;
  readonly about: string;
  readonly result: CriterionResult;
  readonly how: string;
  readonly tests: readonly string[];
}

export interface Theme {
  readonly id: number;
  readonly title: string;
  readonly criteria: readonly Criterion[];
}

export interface AccessibilityFacts {
  /** ISO date. */
  readonly establishedOn: string;
  readonly themes: readonly Theme[];
  /** Version of axe-core that the tests run. */
  readonly axe: string;
}

/** A table of the database and its columns, as the migrations create them. */
export interface StoredTable {
  readonly name: string;
  readonly columns: readonly string[];
}

export interface PrivacyFacts {
  readonly tables: readonly StoredTable[];
  /** Days after which the proof of a sending is forgotten. */
  readonly receiptDays: number;
  /** Whole months after the end of its quarter when a contribution is deleted. */
  readonly contributionMonths: number;
  /** Days during which the operator can still bring back what was deleted. */
  readonly recoveryDays: number;
  /** Fewest contributions behind a published figure, and the number of which published counts are multiples. */
  readonly minimum: number;
  readonly rounding: number;
  /** Sendings of one contribution, the first included. */
  readonly attempts: number;
  /** Names of the profile variables that a contribution keeps, and of those that it leaves out. */
  readonly kept: readonly string[];
  readonly leftOut: readonly string[];
}

export interface Facts {
  readonly language: string;
  readonly accessibility: AccessibilityFacts;
  readonly privacy: PrivacyFacts;
  /** The hosted pages that the layout links to, in its order. */
  readonly pages: readonly string[];
}

/** How many criteria have each result. */
export function countResults(themes: readonly Theme[]): Readonly<Record<CriterionResult, number>> {
  const all = themes.flatMap(({ criteria }) => criteria);
  const count = (wanted: CriterionResult) => all.filter(({ result }) => result === wanted).length;
  return {
    conform: count("conform"),
    nonconform: count("nonconform"),
    "not-applicable": count("not-applicable"),
    "not-tested": count("not-tested"),
  };
}
