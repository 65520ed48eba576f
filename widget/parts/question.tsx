/** A question of the diagnostic: five levels in order, then « je ne sais pas » and « non applicable » where allowed. */
import { canBeNotApplicable } from "../../questionnaires/engine/engine.ts";
import type { Question } from "../../questionnaires/schema/compiled.ts";
import { type Context, labelOf } from "../journey/context.ts";
import type { Answer } from "../state/state.ts";
import { type Choice, Choices } from "./choices.tsx";

type Props = Context & { readonly question: Question; readonly number: number };

export function QuestionField({ question, number, ...context }: Props) {
  const { ui, state, seen } = context;
  const { id, label, help } = question;
  const legend = (
    <>
      <span class="number">{ui.t("step.number", { number })}</span> {label}
    </>
  );
  const source = seen.deduced.get(id);
  if (source) {
    return (
      <section class="field deduced" aria-labelledby={`${id}-legend`}>
        <p class="legend" id={`${id}-legend`}>
          {legend}
        </p>
        <p class="note">{ui.t("step.deduced", { label: labelOf(context, source.from) })}</p>
        <p>{question.options[0]}</p>
      </section>
    );
  }
  const answer = seen.answers.get(id);
  return (
    <Choices
      ui={ui}
      id={id}
      legend={legend}
      help={help}
      type="radio"
      choices={choicesOf(context, question)}
      chosen={answer === undefined ? [] : [String(answer)]}
      errors={state.errors}
      choose={(value) => ui.dispatch({ type: "answer", question: id, answer: toAnswer(value) })}
    />
  );
}

function choicesOf({ ui, seen }: Context, question: Question): readonly Choice[] {
  const choices: Choice[] = question.options.map((label, level) => ({ value: String(level), label }));
  if (question.unknownAllowed) choices.push({ value: "nsp", label: ui.t("answer.unknown"), apart: true });
  if (question.notApplicable && canBeNotApplicable(seen.adapted, question)) {
    choices.push({ value: "na", label: ui.t("answer.na", { label: question.notApplicable.label }), apart: true });
  }
  return choices;
}

function toAnswer(value: string): Answer {
  return value === "nsp" || value === "na" ? value : Number(value);
}
