/**
 * Why a result is what it is, in sentences made from data: the level, the cap, the threshold, each action and its place in
 * the plan, each deduced question (law 9). The words are in the questionnaire's `messages`.
 */
import type { Explanation, Result } from "../schema/result.ts";
import type { AdaptedQuestionnaire } from "./adapt.ts";
import type { Answers } from "./answers.ts";
import { holds } from "./condition.ts";
import { phraseOf } from "./explain.ts";
import { explainActions } from "./explain-actions.ts";
import { answered } from "./explain-answer.ts";
import { listed, message } from "./messages.ts";
import { shownNumber, shownScore } from "./shown.ts";

/** The sentences of a result; `answers` are those it was made from. */
export function explainResult(adapted: AdaptedQuestionnaire, answers: Answers, result: Result): Explanation {
  const { questionnaire } = adapted.model;
  return {
    level: explainLevel(adapted, result),
    interval: explainInterval(adapted, result),
    cap: explainCap(adapted, answers, result),
    threshold: explainThreshold(adapted, result),
    exposure: explainExposure(adapted),
    deduced: result.deduced.map(({ id, from }) => {
      const source = adapted.model.questionById.get(from)?.label ?? from;
      return { id, reason: message(questionnaire, "explain.question.deduced", { source }) };
    }),
    notAssessed: result.notAssessed.map((id) => ({
      id,
      reason: message(questionnaire, "explain.question.not-assessed", { limit: questionnaire.displayLimit }),
    })),
    actions: explainActions(adapted, answers, result),
  };
}

function explainLevel({ model: { questionnaire } }: AdaptedQuestionnaire, result: Result): string {
  const low = shownScore(questionnaire, result.interval[0]);
  const high = shownScore(questionnaire, result.interval[1]);
  const band = questionnaire.levels.find(({ level }) => level === result.level);
  if (result.score === null || !band) {
    const count = result.remaining.length;
    return message(questionnaire, count === 1 ? "explain.level.open-one" : "explain.level.open", { count, low, high });
  }
  const next = questionnaire.levels.find(({ level }) => level === band.level + 1);
  const score = shownScore(questionnaire, result.score, next ? [next.from] : []);
  const values = { score, level: band.level, name: band.name, from: band.from, to: next?.from ?? "" };
  return message(questionnaire, next ? "explain.level" : "explain.level.top", values);
}

function explainInterval({ model: { questionnaire } }: AdaptedQuestionnaire, result: Result): string | null {
  if (result.unknown === 0) return null;
  const [low, high] = result.interval;
  return message(questionnaire, low === high ? "explain.unknown.idle" : "explain.unknown", {
    unknown: result.unknown,
    counted: result.counted,
    low: shownScore(questionnaire, low),
    high: shownScore(questionnaire, high),
  });
}

function explainCap(adapted: AdaptedQuestionnaire, answers: Answers, { cap, ...result }: Result): string | null {
  if (cap === null) return null;
  const { questionnaire } = adapted.model;
  const key = cap.binding ? "explain.cap" : result.complete ? "explain.cap.idle" : "explain.cap.open";
  const said = cap.questions.map((id) => answered(adapted, answers, result.deduced, id));
  const raw = shownScore(questionnaire, result.rawScore ?? 0);
  return message(questionnaire, key, {
    raw,
    limit: shownScore(questionnaire, cap.limit),
    questions: listed(questionnaire, said),
  });
}

function explainThreshold({ model: { questionnaire }, profile }: AdaptedQuestionnaire, result: Result): string {
  const values = {
    expected: shownNumber(questionnaire, result.expected, 1),
    class: result.class,
    exposure: profile.exposure,
  };
  if (result.reached === null) return message(questionnaire, "explain.threshold", values);
  return message(questionnaire, result.reached ? "explain.threshold.reached" : "explain.threshold.missed", values);
}

function explainExposure({ model, profile }: AdaptedQuestionnaire): string {
  const terms = model.questionnaire.exposure.filter(({ when }) => holds(when, profile.facts));
  if (terms.length === 0) return message(model.questionnaire, "explain.exposure.none");
  const said = terms.map(({ points, when }) =>
    message(model.questionnaire, "explain.exposure.term", { points, condition: phraseOf(model, profile, when) }),
  );
  const values = { exposure: profile.exposure, terms: listed(model.questionnaire, said) };
  return message(model.questionnaire, "explain.exposure", values);
}
