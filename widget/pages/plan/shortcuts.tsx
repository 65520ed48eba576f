/** One click plans the cheapest set of actions that suffices; another one plans nothing any more. */
import { type Marks, planOnly } from "./marks.ts";
import { several, type View } from "./view.ts";
import { type Shortcut, shortcuts } from "./what-if.ts";

export function Shortcuts(view: View) {
  const { t, opened, marks, act } = view;
  const ways = opened.result.complete ? shortcuts(opened) : [];
  const every = opened.result.actions.filter(({ gain }) => gain > 0).map(({ id }) => id);
  return (
    <section class="card">
      <h2 class="h1">{t("shortcut.title")}</h2>
      {ways.length > 0 && <p>{t("shortcut.lead")}</p>}
      <div class="buttons">
        {ways.map((way) => (
          <Choice key={way.kind} view={view} ids={way.set.actions} label={labelOf(view, way)} />
        ))}
        <Choice view={view} ids={every} label={t("shortcut.every")} />
        {marks.planned.size > 0 && (
          <button type="button" class="quiet" onClick={() => act.change(planOnly(marks, []))}>
            {t("shortcut.none")}
          </button>
        )}
      </div>
    </section>
  );
}

function Choice({ view, ids, label }: { view: View; ids: readonly string[]; label: string }) {
  const { marks, act } = view;
  return (
    <button type="button" aria-pressed={isPlanned(marks, ids)} onClick={() => act.change(planOnly(marks, ids))}>
      {label}
    </button>
  );
}

/** Whether these actions, and no other, are what is planned. */
function isPlanned(marks: Marks, ids: readonly string[]): boolean {
  const wanted = planOnly(marks, ids).planned;
  return (
    wanted.size > 0 && wanted.size === marks.planned.size && [...wanted.keys()].every((id) => marks.planned.has(id))
  );
}

function labelOf(view: View, { kind, set }: Shortcut): string {
  const { levels } = view.opened.model.questionnaire;
  const level = levels.find(({ from }) => from === set.goal) ?? levels.find((one) => one.level === set.level);
  const actions = several(view, "shortcut.actions", set.actions.length);
  const { expected } = view.opened.result;
  return view.t(`shortcut.${kind}`, { actions, level: level?.level ?? 0, name: level?.name ?? "", expected });
}
