/** The dated plan: the twelve first actions by delay, what comes after them folded in an annex (blueprint §5.12). */
import type { Result } from "../../questionnaires/schema/result.ts";
import { type Context, plural } from "../journey/context.ts";
import { daysAfter, formatDate } from "../text/date.ts";
import { ActionLine } from "./action.tsx";
import { Heading } from "./heading.tsx";

/** Shown in full above the plan. */
export const FIRST = 3;
/** At most in the plan; the others are in the annex. */
const MOST = 12;

export function Plan(context: Context) {
  const { ui, model, seen, today } = context;
  const { language } = model.questionnaire;
  const { actions } = seen.result;
  const shown = actions.slice(0, MOST);
  const annex = actions.slice(MOST);
  const delays = [...new Set(shown.map(({ days }) => days))].sort((a, b) => a - b);
  return (
    <section class="card plan">
      <Heading ui={ui} depth={1}>
        {ui.t("plan.title")}
      </Heading>
      <p>{ui.t("plan.lead")}</p>
      {delays.map((days) => (
        <section key={days}>
          <Heading ui={ui} depth={2}>
            {ui.t("plan.delay", { days })}{" "}
            <span class="muted">{ui.t("plan.before", { date: formatDate(daysAfter(today, days), language) })}</span>
          </Heading>
          <Lines context={context} actions={shown.filter((action) => action.days === days)} />
        </section>
      ))}
      {annex.length > 0 && (
        <details class="fold">
          <summary>{plural(context, "plan.annex", annex.length)}</summary>
          <Lines context={context} actions={annex} />
        </details>
      )}
    </section>
  );
}

function Lines({ context, actions }: { context: Context; actions: Result["actions"] }) {
  return (
    <ul class="lines">
      {actions.map((planned) => (
        <ActionLine key={planned.id} context={context} planned={planned} above={planned.rank <= FIRST} />
      ))}
    </ul>
  );
}
