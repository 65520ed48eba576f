/** The whole diagnostic of one set of answers, partial or complete: the result that page, API and contribution share. */
import { MAX_LEVEL } from "../schema/level.ts";
import type { Result } from "../schema/result.ts";
import type { AdaptedQuestionnaire } from "./adapt.ts";
import type { Answers } from "./answers.ts";
import { activeCaps } from "./cap.ts";
import { holds } from "./condition.ts";
import { describeCore } from "./core.ts";
import { deducedQuestions } from "./deductions.ts";
import { describePlan } from "./describe-plan.ts";
import { describeDomains } from "./domains.ts";
import { plan } from "./plan.ts";
import { lowestCap, project } from "./projection.ts";
import { reaches, round, round2 } from "./round.ts";
import { domainScores, weightsOf } from "./score.ts";
import { simulate } from "./simulate.ts";
import { assumedLevels, currentLevels, type Levels, type Standing, standings, statedAnswers } from "./standing.ts";
import { exceeds, tallies } from "./tally.ts";
import { ENGINE_VERSION } from "./version.ts";

/** Decimals of the confidence index (rules 21). */
const CONFIDENCE_DIGITS = 4;

/**
 * The result (rules 9–33 define every field). While a question is open, scores and level are null and the interval
 * tells what is still possible; `simulateActions` null = no what-if.
 */
export function diagnose(
  adapted: AdaptedQuestionnaire,
  answers: Answers,
  simulateActions: readonly string[] | null = null,
): Result {
  const { model, profile } = adapted;
  const { questionnaire } = model;
  const said = statedAnswers(adapted, answers);
  const standing = standings(adapted, said);
  const weights = weightsOf(adapted, standing);
  const { all: counts, core, domains } = tallies(adapted, standing);
  const complete = counts.open === 0;
  const counted = counts.answered + counts.open;
  const low = project(adapted, assumedLevels(adapted, said, 0), weights);
  const certain = complete && counts.unknown === 0;
  const high = certain ? low : project(adapted, assumedLevels(adapted, said, MAX_LEVEL), weights);
  const levels = currentLevels(standing);
  const caps = complete ? low.caps : activeCaps(adapted, levels);
  const planned = plan(adapted, levels, weights, caps);
  const known = counts.answered - counts.unknown;
  return {
    questionnaire: questionnaire.id,
    version: questionnaire.version,
    hash: questionnaire.hash,
    engine: ENGINE_VERSION,
    complete,
    remaining: complete ? [] : openQuestions(adapted, standing),
    score: complete ? round2(low.final) : null,
    rawScore: complete ? round2(low.raw) : null,
    interval: [round2(low.final), round2(high.final)],
    level: complete ? low.level.level : null,
    levelName: complete ? low.level.name : null,
    levelInterval: [low.level.level, high.level.level],
    class: profile.class.id,
    expected: profile.class.expected,
    reached: complete ? reaches(low.final, profile.class.expected) : null,
    cap: lowestCap({ ...low, caps }, complete),
    caps,
    counted,
    unknown: counts.unknown,
    confidence: counted === 0 ? 0 : round(known / counted, CONFIDENCE_DIGITS),
    provisional: exceeds(counts.unknown, counted, questionnaire.unknown.provisionalRate, false),
    deduced: deducedQuestions(adapted, standing),
    core: describeCore(adapted, core, levels),
    domains: describeDomains(adapted, standing, weights, domains, {
      today: complete ? low.domains : domainScores(adapted, levels, weights),
      low: low.domains,
      high: high.domains,
    }),
    alerts: raisedAlerts(adapted, levels),
    actions: describePlan(adapted, standing, planned, counted),
    notAssessed: adapted.notAssessed.map(({ id }) => id),
    simulation:
      simulateActions === null ? null : simulate(adapted, standing, levels, weights, planned, simulateActions),
  };
}

function openQuestions({ displayed }: AdaptedQuestionnaire, standing: readonly Standing[]): Result["remaining"] {
  return displayed.filter((_, place) => standing[place]?.kind === "open").map(({ id }) => id);
}

/** Alerts stand apart from the score; « je ne sais pas » and deduced zeros raise them (rules 24). */
function raisedAlerts({ displayed, profile }: AdaptedQuestionnaire, levels: Levels): Result["alerts"] {
  const alerts: Result["alerts"][number][] = [];
  displayed.forEach(({ id, alert }, place) => {
    const level = levels[place] ?? null;
    if (alert === null || level === null || level > alert.atMost || !holds(alert.when, profile.facts)) return;
    alerts.push({ question: id, label: alert.label });
  });
  return alerts;
}
