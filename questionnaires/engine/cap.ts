/** The caps that an insufficient vital measure puts on the final score (blueprint §5.7, rules 18). */
import type { AdaptedQuestionnaire } from "./adapt.ts";
import { holds } from "./condition.ts";
import type { Levels } from "./standing.ts";

export interface ActiveCap {
  readonly limit: number;
  readonly question: string;
}

/** The active caps, lowest first, then in display order. A question at null level (open, not applicable) caps nothing. */
export function activeCaps({ displayed, profile }: AdaptedQuestionnaire, levels: Levels): readonly ActiveCap[] {
  const caps: ActiveCap[] = [];
  displayed.forEach(({ id, cap }, place) => {
    const level = levels[place] ?? null;
    if (cap === null || level === null || level > cap.atMost || !holds(cap.when, profile.facts)) return;
    caps.push({ limit: cap.limit, question: id });
  });
  return caps.sort((a, b) => a.limit - b.limit);
}

/** The final score: the raw score, or the lowest active cap if that is lower. */
export function capped(raw: number, caps: readonly ActiveCap[]): number {
  const lowest = caps[0];
  return lowest === undefined ? raw : Math.min(raw, lowest.limit);
}
