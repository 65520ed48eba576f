/** The first screen: what one gets, how long it takes, what is asked, what is kept, and the emergency numbers. */
import type { ComponentChildren } from "preact";
import { Emergency } from "../parts/emergency.tsx";
import { Heading } from "../parts/heading.tsx";
import type { Ui } from "../parts/ui.ts";

const CARDS = ["get", "asked", "kept"] as const;

/** `offer`: what this device has kept of an earlier visit, once its code has arrived. */
export function StartScreen({ ui, offer }: { ui: Ui; offer: ComponentChildren }) {
  const { t, dispatch } = ui;
  return (
    <div class="screen">
      <Emergency ui={ui} />
      <Heading ui={ui}>{t("start.title")}</Heading>
      <p class="lead">{t("start.lead")}</p>
      <p>{t("start.with-whom")}</p>
      <div class="buttons">
        <button type="button" class="primary" onClick={() => dispatch({ type: "next" })}>
          {t("start.begin")}
        </button>
        <button type="button" onClick={() => dispatch({ type: "go", screen: { name: "share", page: 0 } })}>
          {t("start.code")}
        </button>
        <span class="aside">{t("start.duration")}</span>
      </div>
      {offer}
      <div class="cards">
        {CARDS.map((card) => (
          <section class="card" key={card}>
            <Heading ui={ui} depth={1}>
              {t(`start.${card}.title`)}
            </Heading>
            <p>{t(`start.${card}.text`)}</p>
          </section>
        ))}
      </div>
      <p class="notice">{t("start.notice")}</p>
    </div>
  );
}
