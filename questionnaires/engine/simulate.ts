/** What-if: the scores once chosen actions have brought their questions to target, caps included (rules 33). */
import type { Simulation } from "../schema/result.ts";
import { type AdaptedQuestionnaire, targetOf } from "./adapt.ts";
import { message } from "./messages.ts";
import type { Model } from "./model.ts";
import { type Issue, type Outcome, outcome, pointer } from "./outcome.ts";
import type { PlannedAction } from "./plan.ts";
import { lowestCap, project } from "./projection.ts";
import { round2 } from "./round.ts";
import type { Weights } from "./score.ts";
import type { Levels, Standing } from "./standing.ts";

/** How much of an unknown id a message repeats, in characters. */
const SHOWN = 80;

/** The chosen action ids, each known; null when no simulation is asked. A repeated id counts once. */
export function parseSimulation(model: Model, raw: unknown): Outcome<readonly string[] | null> {
  if (raw === undefined) return { ok: true, value: null };
  if (!Array.isArray(raw)) {
    const detail = message(model.questionnaire, "issue.simulate.not-a-list");
    return { ok: false, issues: [{ pointer: pointer("simulate"), code: "simulate.not-a-list", detail }] };
  }
  const issues: Issue[] = [];
  raw.forEach((id: unknown, index) => {
    const refuse = (reason: "not-text" | "unknown-action", values = {}) => {
      const detail = message(model.questionnaire, `issue.simulate.${reason}`, values);
      issues.push({ pointer: pointer("simulate", index), code: `simulate.${reason}`, detail });
    };
    if (typeof id !== "string") refuse("not-text");
    else if (!model.actionById.has(id)) refuse("unknown-action", { id: id.slice(0, SHOWN) });
  });
  return outcome([...new Set<string>(raw)], issues);
}

/** The projected result. Actions that today's gaps do not trigger, the lever included, change nothing. */
export function simulate(
  adapted: AdaptedQuestionnaire,
  standing: readonly Standing[],
  today: Levels,
  weights: Weights,
  planned: readonly PlannedAction[],
  actionIds: readonly string[],
): Simulation {
  const chosen = planned.filter(({ action }) => actionIds.includes(action.id));
  const levels = raisedLevels(adapted, standing, today, chosen);
  const openDomains = new Set(adapted.domain.filter((_, place) => standing[place]?.kind === "open"));
  const complete = openDomains.size === 0;
  const projection = project(adapted, levels, weights);
  return {
    score: complete ? round2(projection.final) : null,
    rawScore: complete ? round2(projection.raw) : null,
    level: complete ? projection.level.level : null,
    levelName: complete ? projection.level.name : null,
    cap: lowestCap(projection, complete),
    domains: adapted.model.questionnaire.domains.map(({ id }, index) => {
      const score = projection.domains[index] ?? null;
      return { id, score: score === null || openDomains.has(index) ? null : round2(score) };
    }),
  };
}

/**
 * The levels once these actions have brought their questions to target. A deduced zero rises only if its own action is
 * chosen and its source has risen above the threshold.
 */
export function raisedLevels(
  adapted: AdaptedQuestionnaire,
  standing: readonly Standing[],
  today: Levels,
  actions: readonly PlannedAction[],
): Levels {
  const chosen = new Set(actions.flatMap(({ because }) => because));
  const levels = [...today];
  for (const place of adapted.deductionOrder) {
    const question = adapted.displayed[place];
    if (!question || !chosen.has(place)) continue;
    const from = standing[place]?.from ?? null;
    const held = from !== null && (levels[from] ?? 0) <= (question.impliedBy?.atMost ?? 0);
    if (!held) levels[place] = Math.max(today[place] ?? 0, targetOf(adapted, question));
  }
  return levels;
}
