/** The plan on paper: nothing of the screen, each action whole on its page, boxes to tick and lines to write on. */
import type { Result } from "../../../questionnaires/schema/result.ts";
import { addDays, localDay, sayDay } from "./days.ts";
import { helpText } from "./help-text.ts";
import { deadlineOf, markOf } from "./marks.ts";
import { sayScore } from "./tally.tsx";
import type { View } from "./view.ts";

export function Paper({ view, today }: { view: View; today: Date }) {
  const { t, opened, marks, simulated } = view;
  const { result } = opened;
  const { language, title } = opened.model.questionnaire;
  const delays = [...new Set(result.actions.map(({ days }) => days))].sort((a, b) => a - b);
  const scores = { today: sayScore(view, result), after: sayScore(view, simulated.all), expected: result.expected };
  return (
    <div class="paper">
      <h2>{t("paper.title")}</h2>
      <p>{t("paper.of", { title, date: sayDay(localDay(today), language), from: sayDay(marks.from, language) })}</p>
      <p class="by-hand">{t("paper.whose")}</p>
      {result.complete && <p class="scores">{t("paper.scores", scores)}</p>}
      {delays.map((days) => (
        <section key={days}>
          <h3>{t("paper.delay", { days, date: sayDay(addDays(marks.from, days), language) })}</h3>
          {result.actions
            .filter((planned) => planned.days === days)
            .map((planned) => (
              <Line key={planned.id} view={view} planned={planned} />
            ))}
        </section>
      ))}
      <p class="foot">{t("paper.notice", { version: result.version, engine: result.engine })}</p>
    </div>
  );
}

function Line({ view, planned }: { view: View; planned: Result["actions"][number] }) {
  const { t, opened, marks, help } = view;
  const action = opened.model.actionById.get(planned.id);
  if (!action) return null;
  const now = markOf(marks, planned.id);
  const date = sayDay(deadlineOf(marks, planned), opened.model.questionnaire.language);
  const helpers = now === "done" ? "" : helpText(opened, help, planned.id, t, false);
  return (
    <div class="sheet-action">
      <p class="what">
        <span class={`tick ${now}`} aria-hidden="true" /> <strong>{action.title}</strong>
        {now !== "todo" && <em> {t(`paper.${now}`, { date })}</em>}
      </p>
      <p>
        {t("action.meta", {
          owner: action.owner,
          effort: t(`action.effort.${action.effort}`),
          cost: t(`action.cost.${action.cost}`),
        })}
        {planned.liftsCap !== null && ` · ${t("action.lifts", { limit: planned.liftsCap })}`}
      </p>
      <p>{action.steps.map((step, index) => `${index + 1}. ${step}`).join(" ")}</p>
      {helpers !== "" && <p>{t("paper.help", { helpers })}</p>}
      {now !== "done" && (
        <p class="write">
          <span>{t("paper.owner")}</span>
          <span>{t("paper.day")}</span>
        </p>
      )}
    </div>
  );
}
