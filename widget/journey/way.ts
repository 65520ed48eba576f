/** The way through the questions: where « Continuer » and « Précédent » lead, and what keeps a step from being left. */
import type { Question } from "../../questionnaires/schema/compiled.ts";
import { profileErrors } from "../state/profile.ts";
import { type Content, refuse, show } from "../state/reduce.ts";
import type { FieldError, Screen, State } from "../state/state.ts";
import type { Text } from "../text/text.ts";
import type { Step } from "./steps.ts";
import type { Diagnostic } from "./view.ts";

/** The first step with a question still to answer, or −1. */
export function firstOpenStep({ steps, result }: Diagnostic): number {
  return steps.findIndex(({ questions }) => questions.some(({ id }) => result.remaining.includes(id)));
}

/** How many steps belong to the core; the flash result comes after them. */
export function coreSteps({ steps }: Diagnostic): number {
  return steps.filter(({ core }) => core).length;
}

export function next(seen: Diagnostic, state: State, t: Text): State {
  const { name, page } = state.screen;
  const core = coreSteps(seen);
  if (name === "flash" && core < seen.steps.length) return show(state, "step", core);
  const current = seen.steps[page];
  if (name !== "step" || !current) return arrive(state, seen);
  const errors = stepErrors(current, seen, t);
  if (errors.length > 0) return refuse(state, errors);
  if (state.finished || page + 1 >= seen.steps.length) return arrive(state, seen);
  return page + 1 === core ? show(state, "flash") : show(state, "step", page + 1);
}

/** The result if everything is answered, else the first step that still asks something. */
export function arrive(state: State, seen: Diagnostic): State {
  const open = firstOpenStep(seen);
  return open < 0 ? { ...show(state, "result"), finished: true } : show(state, "step", open);
}

export function previous(seen: Diagnostic, state: State): State {
  const { name, page } = state.screen;
  if (name === "contribution") return show(state, "result");
  if (name === "result") return show(state, "step", seen.steps.length - 1);
  const core = coreSteps(seen);
  if (name === "flash") return show(state, "step", core - 1);
  if (name === "start") return state;
  if (page === 0) return show(state, "overview");
  return page === core ? show(state, "flash") : show(state, "step", page - 1);
}

/**
 * Any place, as asked by a link of the result or by the browser's Back; a place that is not open yet leads to what it
 * waits for: an unfinished profile to its own screen, a result to the first open step.
 */
export function go({ start, t, journey }: Content, seen: Diagnostic | null, state: State, screen: Screen): State {
  const wanted = show(state, screen.name, screen.page);
  if (screen.name === "start") return wanted;
  const errors = (page: number) => profileErrors(start, state.profile, page, t, journey?.check).length;
  const unfinished = start.groups.findIndex((_, page) => errors(page) > 0);
  if (unfinished >= 0 && (screen.name !== "profile" || screen.page > unfinished))
    return show(state, "profile", unfinished);
  if (screen.name === "profile") return start.groups[screen.page] ? wanted : state;
  if (screen.name === "overview" || !seen) return show(state, "overview");
  if (screen.name === "step") return seen.steps[screen.page] ? wanted : state;
  const open = firstOpenStep(seen);
  if (open < 0 || (screen.name === "flash" && open >= coreSteps(seen))) return wanted;
  return show(state, "step", open);
}

/** One error per question of the step that has neither an answer nor a deduction. */
export function stepErrors(current: Step, { result, steps }: Diagnostic, t: Text): readonly FieldError[] {
  const numbers = numbering(steps);
  const missing = ({ id, label }: Question): FieldError => ({
    field: id,
    target: `${id}-0`,
    text: t("step.error", { number: numbers.get(id) ?? "", label }),
  });
  return current.questions.filter(({ id }) => result.remaining.includes(id)).map(missing);
}

/** The number of each question in the order of the journey, from 1. */
export function numbering(steps: readonly Step[]): ReadonlyMap<string, number> {
  return new Map(
    steps.flatMap(({ questions, first }) => questions.map(({ id }, index) => [id, first + index] as const)),
  );
}
