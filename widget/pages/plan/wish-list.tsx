/** What to ask for: the actions still to do, the services for those that are ticked, and what may be joined. */
import { inOneLine } from "./help-text.ts";
import { markOf } from "./marks.ts";
import type { View } from "./view.ts";
import { askable, kindLines, levelLine, toggled } from "./wish.ts";

export function WishList(view: View) {
  const { t, opened, help, marks, wish, act } = view;
  const open = opened.result.actions.filter(({ id }) => markOf(marks, id) !== "done" || wish.actions.has(id));
  const ticked = open.filter(({ id }) => wish.actions.has(id));
  const services = [...new Map(ticked.flatMap(({ id }) => askable(opened, help, id)).map((one) => [one.id, one]))];
  const kind = kindLines(opened, t);
  const level = levelLine(opened, t);
  return (
    <>
      <fieldset>
        <legend class="label">{t("support.actions")}</legend>
        <div class="choices wishes">
          {open.map(({ id }) => (
            <Tick
              key={id}
              id={`wish-${id}`}
              on={wish.actions.has(id)}
              label={opened.model.actionById.get(id)?.title ?? id}
              change={() => act.wish({ ...wish, actions: toggled(wish.actions, id) })}
            />
          ))}
        </div>
      </fieldset>
      {services.length > 0 && (
        <fieldset>
          <legend class="label">{t("support.services")}</legend>
          <div class="choices wishes">
            {services.map(([id, { title, operator }]) => (
              <Tick
                key={id}
                id={`wish-service-${id}`}
                on={wish.services.has(id)}
                label={t("request.service", { title, operator })}
                change={() => act.wish({ ...wish, services: toggled(wish.services, id) })}
              />
            ))}
          </div>
        </fieldset>
      )}
      <fieldset>
        <legend class="label">{t("support.also")}</legend>
        <div class="choices wishes">
          {kind.length > 0 && (
            <Tick
              id="wish-kind"
              on={wish.kind}
              label={t("support.kind", { lines: inOneLine(kind, t) })}
              change={() => act.wish({ ...wish, kind: !wish.kind })}
            />
          )}
          {level !== null && (
            <Tick
              id="wish-level"
              on={wish.level}
              label={level}
              change={() => act.wish({ ...wish, level: !wish.level })}
            />
          )}
        </div>
      </fieldset>
    </>
  );
}

interface TickProps {
  readonly id: string;
  readonly on: boolean;
  readonly label: string;
  readonly change: () => void;
}

function Tick({ id, on, label, change }: TickProps) {
  return (
    <div class="choice">
      <input type="checkbox" id={id} checked={on} onChange={change} />
      <label for={id}>{label}</label>
    </div>
  );
}
