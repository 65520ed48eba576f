/**
 * A result as an audit that CISO Assistant imports on the framework of the same version: one row per question, with
 * what was answered, whether it is enough for this class of establishment, and why. Names nobody.
 */
import { type AdaptedQuestionnaire, type Answers, describeAdapted, explainResult, targetOf } from "../engine/engine.ts";
import type { Question } from "../schema/compiled.ts";
import type { Result } from "../schema/result.ts";
import { levelsOf } from "./ciso-assistant.ts";
import type { Audit, AuditRow, ComplianceResult } from "./ciso-assistant-types.ts";
import { frameworkUrn, questionUrn } from "./ciso-assistant-urn.ts";
import { fill, joined, textsFor } from "./texts.ts";

/** The audit of a result, complete or not; `result` is what the engine makes of these answers. */
export function assessmentFor(adapted: AdaptedQuestionnaire, answers: Answers, result: Result): Audit {
  const { questionnaire, questions } = adapted.model;
  const reasons = reasonsFor(adapted, answers, result);
  const rows = questions.map((question): AuditRow => {
    const verdict = verdictOf(adapted, answers, reasons, question);
    return {
      urn: questionUrn(questionnaire, question),
      assessable: "x",
      ref_id: question.id,
      name: question.label,
      description: levelsOf(questionnaire, question),
      ...verdict,
      observations: joined(" ", verdict.observations, consequences(adapted, result, question.id)),
    };
  });
  const { title, version } = questionnaire;
  return {
    name: fill(textsFor(questionnaire).audit.name, { title, version }),
    framework: frameworkUrn(questionnaire),
    rows,
  };
}

type Verdict = Pick<AuditRow, "compliance_result" | "requirement_progress" | "score" | "observations">;

/** Why a question was not asked, or was answered in advance, in the engine's own words. */
interface Reasons {
  readonly hidden: ReadonlyMap<string, string>;
  readonly notAssessed: ReadonlyMap<string, string>;
  readonly deduced: ReadonlyMap<string, string>;
  readonly sources: ReadonlyMap<string, string>;
}

function verdictOf(adapted: AdaptedQuestionnaire, answers: Answers, reasons: Reasons, question: Question): Verdict {
  const { audit } = textsFor(adapted.model.questionnaire);
  const { id, notApplicable } = question;
  const hidden = reasons.hidden.get(id);
  if (hidden !== undefined) return unscored("not_applicable", "done", hidden);
  const later = reasons.notAssessed.get(id);
  if (later !== undefined) return unscored("not_assessed", "to_do", later);
  const deduced = reasons.deduced.get(id) ?? null;
  const answer = deduced === null ? answers.get(id) : impliedAnswer(answers, reasons, id);
  if (answer === undefined) return unscored("not_assessed", "to_do", audit.open);
  if (answer === "nsp") return unscored("not_assessed", "in_progress", joined(" ", audit.unknown, deduced));
  if (answer === "na") {
    return unscored("not_applicable", "done", fill(audit.notApplicable, { label: notApplicable?.label ?? "" }));
  }
  const target = targetOf(adapted, question);
  const said = deduced ?? fill(audit.answer, { option: question.options[answer] ?? "" });
  return {
    compliance_result: resultOf(answer, target),
    requirement_progress: "done",
    score: answer,
    observations: joined(" ", said, fill(audit.target, { target })),
  };
}

/** Level 0 is a gap; from the target of this class on, enough; between the two, in part. */
function resultOf(level: number, target: number): ComplianceResult {
  if (level >= target) return "compliant";
  return level === 0 ? "non_compliant" : "partially_compliant";
}

function unscored(
  compliance_result: "not_assessed" | "not_applicable",
  requirement_progress: Verdict["requirement_progress"],
  observations: string,
): Verdict {
  return { compliance_result, requirement_progress, score: null, observations };
}

/** A deduced answer is unknown when the first of its sources is, and 0 otherwise (rules 13, 14). */
function impliedAnswer(answers: Answers, { sources }: Reasons, id: string): 0 | "nsp" {
  let first = id;
  for (let from = sources.get(id); from !== undefined; from = sources.get(from)) first = from;
  return answers.get(first) === "nsp" ? "nsp" : 0;
}

/** What this answer costs or calls for: a cap, an alert, actions in the order of the plan. */
function consequences(adapted: AdaptedQuestionnaire, { caps, alerts, actions }: Result, id: string): string {
  const { questionnaire, actionById } = adapted.model;
  const { audit } = textsFor(questionnaire);
  const titles = actions
    .filter(({ because }) => because.includes(id))
    .map((action) => actionById.get(action.id)?.title ?? action.id);
  return joined(
    " ",
    ...caps.filter(({ question }) => question === id).map(({ limit }) => fill(audit.cap, { limit })),
    ...alerts.filter(({ question }) => question === id).map(({ label }) => fill(audit.alert, { label })),
    titles.length === 0 ? null : fill(audit.actions, { actions: titles.join(audit.separator) }),
  );
}

function reasonsFor(adapted: AdaptedQuestionnaire, answers: Answers, result: Result): Reasons {
  const explained = explainResult(adapted, answers, result);
  const byId = (reasons: readonly { readonly id: string; readonly reason: string }[]) =>
    new Map(reasons.map(({ id, reason }) => [id, reason]));
  return {
    hidden: byId(describeAdapted(adapted).hidden),
    notAssessed: byId(explained.notAssessed),
    deduced: byId(explained.deduced),
    sources: new Map(result.deduced.map(({ id, from }) => [id, from])),
  };
}
