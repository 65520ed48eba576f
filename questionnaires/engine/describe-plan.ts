/** The plan as the result tells it: ranked from 1, with the lever for unknowns last, or first when there are many. */
import type { Result } from "../schema/result.ts";
import type { AdaptedQuestionnaire } from "./adapt.ts";
import type { PlannedAction } from "./plan.ts";
import { round2 } from "./round.ts";
import type { Standing } from "./standing.ts";
import { exceeds } from "./tally.ts";

/** All actions, in order (rules 31, 32): showing three, or twelve, is the interface's choice. */
export function describePlan(
  adapted: AdaptedQuestionnaire,
  standing: readonly Standing[],
  planned: readonly PlannedAction[],
  counted: number,
): Result["actions"] {
  const { unknown: lever } = adapted.model.questionnaire;
  const action = adapted.model.actionById.get(lever.action);
  const because = [...standing.keys()].filter((place) => standing[place]?.kind === "unknown");
  const levers: PlannedAction[] =
    because.length > 0 && action
      ? [{ action, gain: 0, priority: 0, comparedPriority: 0, liftsCap: null, because }]
      : [];
  const leads = exceeds(because.length, counted, lever.leadRate, true);
  const all = leads ? [...levers, ...planned] : [...planned, ...levers];
  return all.map(({ action: { id, days }, gain, priority, liftsCap, because: places }, index) => ({
    id,
    rank: index + 1,
    priority: round2(priority),
    gain: round2(gain),
    liftsCap,
    days,
    because: places.map((place) => adapted.displayed[place]?.id ?? ""),
  }));
}
