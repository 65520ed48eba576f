/** Every condition of a questionnaire, with the path where it stands. */
import type { Condition } from "../../schema/compiled.ts";
import type { Draft } from "../assemble.ts";
import type { Path } from "../source.ts";

export type PlacedCondition = {
  readonly path: Path;
  readonly condition: Condition;
  /** Whether it changes the diagnostic, which makes its variables required (rules 1): warnings do not. */
  readonly decides: boolean;
  /** For a derived variable, its position: it may read only those before it. */
  readonly derivedBefore: number;
};

/** A variable compared with values, somewhere inside a condition. */
export type Comparison = { readonly variable: string; readonly values: readonly (string | boolean)[] };

/** All conditions, in the order of the compiled questionnaire. */
export function conditionsOf(draft: Draft): readonly PlacedCondition[] {
  const all = draft.derived.length;
  const placed = (path: Path, condition: Condition, decides = true, derivedBefore = all) => ({
    path,
    condition,
    decides,
    derivedBefore,
  });
  return [
    ...draft.derived.map((one, index) => placed(["derived", index, "when"], one.when, true, index)),
    ...draft.questions.flatMap((question, index) => {
      const path = ["questions", index];
      const parts = (["notApplicable", "cap", "alert"] as const).flatMap((key) => {
        const part = question[key];
        return part ? [placed([...path, key, "when"], part.when)] : [];
      });
      return [placed([...path, "when"], question.when), ...parts];
    }),
    ...draft.exposure.map((one, index) => placed(["exposure", index, "when"], one.when)),
    ...draft.warnings.map((one, index) => placed(["warnings", index, "when"], one.when, false)),
  ];
}

/** The comparisons that a condition makes, whatever its structure. */
export function comparisonsOf(condition: Condition): readonly Comparison[] {
  if (condition === true) return [];
  if ("var" in condition) return [{ variable: condition.var, values: condition.in }];
  if ("not" in condition) return comparisonsOf(condition.not);
  return ("all" in condition ? condition.all : condition.any).flatMap(comparisonsOf);
}
