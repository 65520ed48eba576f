/** After the core questions: what can already be said, honestly, and the choice to go on or to stop here. */
import { type Context, plural } from "../journey/context.ts";
import { Emergency } from "../parts/emergency.tsx";
import { FirstActions } from "../parts/first-actions.tsx";
import { Heading } from "../parts/heading.tsx";
import { advance } from "../parts/navigation.tsx";
import { PrintHead } from "../parts/print-head.tsx";
import { Scale } from "../parts/scale.tsx";
import { ShareButton } from "../parts/share-button.tsx";
import { StartAgain } from "../parts/start-again.tsx";
import { Capped } from "../parts/verdict.tsx";
import { formatScore } from "../text/score.ts";

export function FlashScreen(context: Context) {
  const { ui, model, seen, act } = context;
  const { t } = ui;
  const { result } = seen;
  const { language, levels } = model.questionnaire;
  const [low, high] = result.interval;
  const [lowest, highest] = result.levelInterval;
  const name = (level: number) => levels.find((band) => band.level === level)?.name ?? "";
  const names = { lowest: name(lowest), highest: name(highest) };
  return (
    <form class="screen" noValidate onSubmit={advance(ui)}>
      <Emergency ui={ui} folded />
      <Heading ui={ui}>{t("flash.title")}</Heading>
      <PrintHead {...context} />
      <p class="lead">{t("flash.lead")}</p>
      <section class="card verdict">
        <div class="headline">
          <p class="figure">
            <span class="kicker">{t("flash.core")}</span>
            <span class="score">{result.core.score === null ? "–" : formatScore(result.core.score, language)}</span>{" "}
            <span class="outof">{t("result.outof")}</span>
          </p>
          <div>
            <p class="level">
              <span class="kicker">{t("flash.final")}</span>
              <strong>
                {t("flash.interval", { low: formatScore(low, language), high: formatScore(high, language) })}
              </strong>
            </p>
            <p>{t(lowest === highest ? "flash.levels.one" : "flash.levels.other", names)}</p>
          </div>
        </div>
        <Scale context={context} from={low} to={high} />
        <Capped {...context} />
        <p>{plural(context, "flash.remaining", result.remaining.length)}</p>
        <div class="buttons">
          <button type="submit" class="primary">
            {t("flash.continue")}
          </button>
        </div>
      </section>
      <FirstActions {...context} />
      <section class="card stop">
        <Heading ui={ui} depth={1}>
          {t("flash.stop")}
        </Heading>
        <p>{t("flash.stop.text")}</p>
        <div class="buttons">
          <button type="button" onClick={act.print}>
            {t("print.button")}
          </button>
          <ShareButton ui={ui} />
          <button type="button" onClick={() => ui.dispatch({ type: "previous" })}>
            {t("nav.previous")}
          </button>
        </div>
        <StartAgain {...context} />
      </section>
    </form>
  );
}
