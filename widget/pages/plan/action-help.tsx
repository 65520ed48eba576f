/** Under an action: who can help the structure with it, local first; or, in words, why nobody is known. */
import { financingFor, type OfferedService, servicesFor } from "../../../questionnaires/engine/engine.ts";
import { Financing } from "./financing.tsx";
import { ServiceItem } from "./service.tsx";
import type { View } from "./view.ts";
import { toggled } from "./wish.ts";

interface Props {
  readonly view: View;
  readonly id: string;
  readonly title: string;
}

/** Nothing while the services are on their way: what they would say is not known yet. */
export function ActionHelp({ view, id, title }: Props) {
  const { t, help, opened } = view;
  if (help.national === null && help.territory === null) return null;
  const { facts } = opened.adapted.profile;
  const found = servicesFor(help.territory, help.national, facts, id);
  const notes = financingFor(help.territory, help.national, facts, id);
  const shown = found.ok ? found.services : found.reason === "not-eligible" ? found.existing : [];
  const summary = found.ok ? t("help.who", { operators: operatorsOf(shown, t("list.separator")) }) : t("help.closed");
  return (
    <>
      {shown.length > 0 && (
        <details class="fold">
          <summary>
            {summary}
            <span class="unseen"> {t("actions.how.of", { title })}</span>
          </summary>
          {!found.ok && <p class="muted">{t("help.closed.why")}</p>}
          <ul class="services">
            {shown.map((offered) => (
              <ServiceItem key={offered.service.id} view={view} offered={offered} />
            ))}
          </ul>
          <Financing t={t} notes={notes} />
          <Wanted view={view} id={id} title={title} />
        </details>
      )}
      {shown.length === 0 && (
        <>
          <p class="muted small">{t(help.territory ? "help.none" : "help.none.national")}</p>
          <Financing t={t} notes={notes} />
        </>
      )}
    </>
  );
}

/** Each operator once, in the order of the services. */
function operatorsOf(services: readonly OfferedService[], separator: string): string {
  return [...new Set(services.map(({ service }) => service.operator))].join(separator);
}

/** The same tick as in the request below: what is ticked here is asked for there. */
function Wanted({ view: { t, wish, act }, id, title }: Props) {
  return (
    <div class="choice">
      <input
        type="checkbox"
        id={`${id}-wanted`}
        checked={wish.actions.has(id)}
        onChange={() => act.wish({ ...wish, actions: toggled(wish.actions, id) })}
      />
      <label for={`${id}-wanted`}>
        {t("help.want")}
        <span class="unseen"> {t("actions.how.of", { title })}</span>
      </label>
    </div>
  );
}
