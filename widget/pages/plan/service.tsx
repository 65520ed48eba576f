/** One service in full: what it brings, who gives it and to whom, at what price, where, and when that was checked. */
import type { ComponentChildren } from "preact";
import type { OfferedService } from "../../../questionnaires/engine/engine.ts";
import { Away } from "./away.tsx";
import { dayOf, sayDay } from "./days.ts";
import type { View } from "./view.ts";

interface Props {
  readonly view: View;
  readonly offered: OfferedService;
}

export function ServiceItem({ view, offered: { service, scope } }: Props) {
  const { t, opened, help } = view;
  const { language } = opened.model.questionnaire;
  const day = service.checkedOn === null ? null : dayOf(service.checkedOn);
  const price = service.free === null ? "unknown" : service.free ? "free" : "paid";
  const where = scope === "local" ? (help.territory?.name ?? "") : (help.national?.name ?? "");
  return (
    <li class="service">
      <p>
        <strong>{service.title}</strong> <span class="scope">{where}</span>
      </p>
      <dl>
        <Fact name={t("help.operator")}>{service.operator}</Fact>
        <Fact name={t("help.audience")}>{service.audience}</Fact>
        <Fact name={t("help.price")}>{t(`help.price.${price}`)}</Fact>
        <Fact name={t("help.address")}>
          {service.url === null ? t("help.address.unknown") : <Away t={t} url={service.url} />}
        </Fact>
        <Fact name={t("help.checked")}>{day ? sayDay(day, language) : t("help.checked.never")}</Fact>
      </dl>
      {service.note !== null && <p class="muted">{service.note}</p>}
    </li>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
