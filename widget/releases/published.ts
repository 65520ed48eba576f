/** Published statistics as the API serves them: what a page may read of a release. The server writes and checks these shapes. */

export interface Named {
  readonly code: string;
  readonly label: string;
}

/** A figure out of 100: a number, a band at an extreme, or nothing because it rests on too few answers. */
export type Figure = number | { readonly band: "<=10" | ">=90" } | { readonly withheld: "protected" };

/** Null when it is shown. */
export type Reason = "protected" | null;

interface Said {
  readonly reason: Reason;
  /** The number of the release that first showed these figures. */
  readonly since: number | null;
}

export interface Figures {
  readonly n: number;
  readonly mean: Figure;
  readonly quartile1: Figure;
  readonly median: Figure;
  readonly quartile3: Figure;
  /** Percent of each level, from the lowest. */
  readonly levels: readonly Figure[];
  readonly domains: Readonly<Record<string, Figure>>;
}

/** How many establishments the open register counts there, and the percentage of them behind the figures. */
export interface Coverage {
  readonly establishments: number;
  readonly rate: number | null;
  /** `few`: a mean rests on too small a part of them; `over`: more contributions than establishments. */
  readonly warning: "few" | "over" | null;
}

export interface Cell extends Said {
  readonly kind: "cell" | "remainder" | "total";
  readonly row: Named;
  readonly column: Named | null;
  readonly figures: Figures | null;
  /** Only in tables whose lines the register can count. */
  readonly coverage?: Coverage | null;
}

export interface QuestionRow extends Said {
  readonly version: string;
  readonly question: Named;
  readonly asked: { readonly from: number; readonly below: number } | null;
  /** Levels from 0, then « je ne sais pas », then « non applicable ». */
  readonly answers: readonly Figure[] | null;
}

export interface TriggerRow extends Said {
  readonly version: string;
  readonly kind: "action" | "alert" | "cap";
  readonly subject: Named;
  readonly share: Figure | null;
}

/** The share of the contributions of a line that have an action in their plan. */
export interface LineRow extends Said {
  readonly subject: Named;
  readonly row: Named;
  readonly share: Figure | null;
}

interface Titled {
  readonly id: string;
  readonly title: string;
}

export interface CellTable extends Titled {
  readonly form: "cells";
  readonly rows: Named;
  readonly columns: Named | null;
  readonly levels: readonly Named[];
  readonly domains: readonly Named[];
  /** The open register that counted establishments, where one did. */
  readonly population?: { readonly source: string; readonly extractedOn: string } | null;
  readonly cells: readonly Cell[];
}

export type Table =
  | CellTable
  | (Titled & { readonly form: "questions"; readonly cells: readonly QuestionRow[] })
  | (Titled & { readonly form: "triggers"; readonly cells: readonly TriggerRow[] })
  | (Titled & { readonly form: "lines"; readonly rows: Named; readonly cells: readonly LineRow[] });

export interface ReleaseHead {
  readonly id: number;
  readonly questionnaire: string;
  readonly number: number;
  /** `YYYY-MM-DD`. */
  readonly builtOn: string;
  readonly minimum: number;
  readonly url?: string;
}

export interface Release extends ReleaseHead {
  readonly tables: readonly (Titled & { readonly url: string })[];
  readonly dictionary: string;
  /** The whole release in one file. */
  readonly files?: { readonly xlsx: string; readonly package: string };
}

export interface TableFile {
  readonly release: ReleaseHead;
  readonly table: Table;
}
