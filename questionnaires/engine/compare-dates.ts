/** Two diagnostics of one establishment, set side by side: each result as its own version gives it, and what can be compared. */
import type { Migration } from "../schema/migration.ts";
import type { Result } from "../schema/result.ts";
import { adapt } from "./adapt.ts";
import { type CommonPart, type CommonQuestion, commonPart, type DatedDiagnostic } from "./common-part.ts";
import { diagnose } from "./diagnose.ts";

export interface Change extends CommonQuestion {
  readonly direction: "up" | "down";
}

export interface Comparison {
  /** Each as its own version scores it, for ever. */
  readonly before: Result;
  readonly after: Result;
  readonly common: CommonPart;
  /** The common questions whose level differs, in the display order of the later version; « nsp » is level 0. */
  readonly changes: readonly Change[];
  /** Displayed at one date and left out of the common part, in display order. */
  readonly notCompared: { readonly before: readonly string[]; readonly after: readonly string[] };
}

/** `path`: the migrations from the earlier version to the later one (`migrationPath`); empty when both dates share a version. */
export function compareDates(
  before: DatedDiagnostic,
  after: DatedDiagnostic,
  path: readonly Migration[] = [],
): Comparison {
  const earlier = adapt(before.model, before.profile);
  const later = adapt(after.model, after.profile);
  const common = commonPart(before, after, path);
  const compared = new Set(common.questions.map(({ id }) => id));
  const others = ({ displayed }: typeof later) => displayed.map(({ id }) => id).filter((id) => !compared.has(id));
  return {
    before: diagnose(earlier, before.answers),
    after: diagnose(later, after.answers),
    common,
    changes: common.questions.flatMap((question) => {
      const rise = level(question.after) - level(question.before);
      return rise === 0 ? [] : [{ ...question, direction: rise > 0 ? "up" : "down" } satisfies Change];
    }),
    notCompared: { before: others(earlier), after: others(later) },
  };
}

function level(answer: CommonQuestion["after"]): number {
  return answer === "nsp" ? 0 : answer;
}
