/** The first screen: what one gets, how long it takes, what is asked, what is kept, and the emergency numbers. */
import { Emergency } from "../parts/emergency.tsx";
import { Heading } from "../parts/heading.tsx";
import type { Ui } from "../parts/ui.ts";

const CARDS = ["get", "asked", "kept"] as const;

export function StartScreen({ ui }: { ui: Ui }) {
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
        <span class="aside">{t("start.duration")}</span>
      </div>
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
