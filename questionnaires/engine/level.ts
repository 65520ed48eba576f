/** The maturity level of a final score. */
import type { Questionnaire } from "../schema/compiled.ts";
import { reaches } from "./round.ts";

/** The highest level whose band the unrounded score reaches (blueprint §5, « Niveaux »). */
export function levelOf({ levels }: Questionnaire, score: number): Questionnaire["levels"][number] {
  const found = levels.findLast(({ from }) => reaches(score, from));
  if (!found) throw new Error("The build checks that the first level starts at 0.");
  return found;
}
