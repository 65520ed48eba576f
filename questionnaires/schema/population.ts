/** How many establishments exist, by category and department: what response rates are calculated from. */

/** Counted from an open FINESS extract; no name and no number of any establishment. */
export interface Population {
  /** The questionnaire whose categories and departments are counted. */
  readonly questionnaire: string;
  /** The name of the extract's file. */
  readonly source: string;
  /** ISO date: the day of the extract. */
  readonly extractedOn: string;
  /** Establishments by category code; those that have none are absent. */
  readonly categories: Readonly<Record<string, number>>;
  readonly departments: Readonly<Record<string, number>>;
  readonly total: number;
}
