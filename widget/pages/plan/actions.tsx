/** The plan itself: every action with its mark, by delay; how to do it folds out. */
import type { Result } from "../../../questionnaires/schema/result.ts";
import type { Context } from "../../journey/context.ts";
import { ActionBody } from "../../parts/action.tsx";
import { ActionHelp } from "./action-help.tsx";
import { addDays, dayOf, sayDay } from "./days.ts";
import { chosen, deadlineOf, type Mark, mark, markOf, planBy } from "./marks.ts";
import { PlaceChoice } from "./place-choice.tsx";
import type { View } from "./view.ts";

type Planned = Result["actions"][number];

export function Actions({ view, context }: { view: View; context: Context }) {
  const { t, opened, marks } = view;
  const { actions } = opened.result;
  const { language } = opened.model.questionnaire;
  const delays = [...new Set(actions.map(({ days }) => days))].sort((a, b) => a - b);
  return (
    <section class="card">
      <h2 class="h1">{t("actions.title")}</h2>
      <p>{t("actions.lead")}</p>
      <p>{t("help.lead")}</p>
      <PlaceChoice {...view} />
      {delays.map((days) => (
        <section key={days} class="delay">
          <h3 class="h2">
            {t("plan.delay", { days })}{" "}
            <span class="muted">{t("plan.before", { date: sayDay(addDays(marks.from, days), language) })}</span>
          </h3>
          {actions
            .filter((planned) => planned.days === days)
            .map((planned) => (
              <Action key={planned.id} view={view} context={context} planned={planned} />
            ))}
        </section>
      ))}
    </section>
  );
}

const MARKS: readonly Mark[] = ["todo", "planned", "done"];

function Action({ view, context, planned }: { view: View; context: Context; planned: Planned }) {
  const { t, opened, marks, act } = view;
  const { id } = planned;
  const action = opened.model.actionById.get(id);
  if (!action) return null;
  const now = markOf(marks, id);
  return (
    <fieldset class={`act ${now}`} id={id}>
      <legend>
        {action.title}{" "}
        {planned.liftsCap !== null && <span class="lifts">{t("action.lifts", { limit: planned.liftsCap })}</span>}
      </legend>
      <div class="marks">
        {MARKS.map((one) => (
          <label key={one} for={`${id}-${one}`}>
            <input
              type="radio"
              id={`${id}-${one}`}
              name={id}
              checked={one === now}
              onChange={() => act.change(mark(marks, id, one))}
            />
            <span>{t(`mark.${one}`)}</span>
          </label>
        ))}
        {now === "planned" && <Deadline view={view} planned={planned} title={action.title} />}
      </div>
      <First view={view} requires={action.requires} />
      <details class="fold">
        <summary>
          {t("actions.how")}
          <span class="unseen"> {t("actions.how.of", { title: action.title })}</span>
        </summary>
        <ActionBody context={context} planned={planned} />
      </details>
      <ActionHelp view={view} id={id} title={action.title} />
    </fieldset>
  );
}

/** The day by which a planned action is to be done: the plan's, until another one is chosen. */
function Deadline({ view, planned, title }: { view: View; planned: Planned; title: string }) {
  const { t, marks, act } = view;
  const field = `${planned.id}-day`;
  return (
    <span class="by">
      <label for={field}>
        {t("actions.by")}
        <span class="unseen"> {t("actions.how.of", { title })}</span>
      </label>
      <input
        id={field}
        type="date"
        class="box"
        value={deadlineOf(marks, planned)}
        onChange={({ currentTarget }) => act.change(planBy(marks, planned.id, dayOf(currentTarget.value)))}
      />
    </span>
  );
}

/** What has to be done before, when it is in the plan and not marked yet. */
function First({ view: { t, opened, marks }, requires }: { view: View; requires: readonly string[] }) {
  const marked = chosen(marks);
  const open = requires.filter((id) => !marked.includes(id) && opened.result.actions.some((one) => one.id === id));
  if (open.length === 0) return null;
  const titles = open.map((id) => t("actions.quoted", { title: opened.model.actionById.get(id)?.title ?? id }));
  return <p class="muted small">{t("actions.first", { titles: titles.join(t("list.separator")) })}</p>;
}
