/** What the child tells its parent. */

/** The file of the survey, in the prepared folder. */
export const SURVEY = "survey.json";

/** The sound run: which mutants (by number) the load and each test pass by, and how long the test takes, in milliseconds. */
export interface Survey {
  readonly atLoad: readonly number[];
  readonly tests: readonly { readonly name: string; readonly passed: readonly number[]; readonly time: number }[];
}

/** The name of the test that fails, null when none does, « spoilt » when it fails on the sound engine too. */
export type Verdict = string | null;

export type Reply = { readonly ready: true } | { readonly trying: number } | { readonly verdict: Verdict };
