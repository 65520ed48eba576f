/** What the screens of the questions and of the result need beside the diagnostic itself. */
import type { Model } from "../../questionnaires/engine/engine.ts";
import type { Ui } from "../parts/ui.ts";
import type { State } from "../state/state.ts";
import type { Diagnostic } from "./view.ts";

export interface Context {
  readonly ui: Ui;
  readonly state: State;
  readonly model: Model;
  readonly seen: Diagnostic;
  readonly act: Actions;
  /** The clock, read once for the whole screen. */
  readonly today: Date;
}

/** What a screen may ask of the world outside: the only ways out of the pure part. */
export interface Actions {
  readonly print: () => void;
  readonly send: () => void;
}

/** The text of a question from its id. */
export function labelOf({ model }: Context, id: string): string {
  return model.questionById.get(id)?.label ?? id;
}

export function domainLabel({ model }: Context, id: string): string {
  return model.questionnaire.domains[model.domainIndex.get(id) ?? -1]?.label ?? id;
}

/** What was answered to a question, in its own words. */
export function answerText({ model, seen, ui }: Context, id: string): string {
  const question = model.questionById.get(id);
  const answer = seen.answers.get(id);
  const source = seen.deduced.get(id);
  if (!question) return "";
  if (source) return ui.t("answer.deduced", { label: model.questionById.get(source.from)?.label ?? source.from });
  if (answer === "nsp") return ui.t("answer.unknown");
  if (answer === "na") return question.notApplicable?.label ?? "";
  return answer === undefined ? "" : (question.options[answer] ?? "");
}

/** The sentence for one or for several: `key.one` or `key.other`. */
export function plural(context: Context, key: string, count: number, shown: string | number = count): string {
  const rule = new Intl.PluralRules(context.model.questionnaire.language).select(count);
  return context.ui.t(`${key}.${rule === "one" ? "one" : "other"}`, { count: shown });
}
