/** One step: a few questions of a domain, the instruction always in sight, the deduced ones said and not asked. */
import { type Context, domainLabel } from "../journey/context.ts";
import { domainsOf, type Step } from "../journey/steps.ts";
import { coreSteps, firstOpenStep } from "../journey/way.ts";
import { Emergency } from "../parts/emergency.tsx";
import { ErrorSummary } from "../parts/error-summary.tsx";
import { Heading } from "../parts/heading.tsx";
import { advance, Navigation } from "../parts/navigation.tsx";
import { Progress } from "../parts/progress.tsx";
import { QuestionField } from "../parts/question.tsx";
import { ShareButton } from "../parts/share-button.tsx";

export function StepScreen({ step, ...context }: Context & { readonly step: Step }) {
  const { ui, state, seen } = context;
  const { t } = ui;
  const domains = domainsOf(step);
  return (
    <form class="screen" noValidate onSubmit={advance(ui)}>
      <Emergency ui={ui} folded />
      <Progress text={counter(context, step)} done={step.first - 1} total={seen.adapted.displayed.length} />
      <Heading ui={ui}>{domains.map((id) => domainLabel(context, id)).join(t("step.title.separator"))}</Heading>
      <p class="instruction">{t("step.instruction")}</p>
      <ErrorSummary ui={ui} errors={state.errors} />
      {step.questions.map((question, index) => (
        <QuestionField key={question.id} {...context} question={question} number={step.first + index} />
      ))}
      <Navigation ui={ui} forward={t(forward(context))}>
        <ShareButton ui={ui} />
      </Navigation>
    </form>
  );
}

/** « Question 4 à 6 sur 40 ». */
export function counter({ ui, seen }: Context, { first, questions }: Step): string {
  const total = seen.adapted.displayed.length;
  const last = first + questions.length - 1;
  return ui.t(first === last ? "step.progress.one" : "step.progress.other", { first, last, total });
}

/** The button says where it leads. */
function forward({ state, seen }: Context): string {
  const { page } = state.screen;
  const last = page + 1 >= seen.steps.length;
  if (state.finished) {
    const open = firstOpenStep(seen);
    return open < 0 || open === page ? "step.update" : "nav.next";
  }
  if (last) return "nav.result";
  return page + 1 === coreSteps(seen) ? "step.flash" : "nav.next";
}
