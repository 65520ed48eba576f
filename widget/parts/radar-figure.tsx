/** The radar and its twin: the same figures in a table, always there; the drawing comes when its code has arrived. */
import { type Context, domainLabel } from "../journey/context.ts";
import { formatScore } from "../text/score.ts";
import { Heading } from "./heading.tsx";

export function RadarFigure(context: Context) {
  const { ui, model, seen } = context;
  const { t } = ui;
  const { language } = model.questionnaire;
  const { domains } = seen.result;
  const figure = (value: number | null) => (value === null ? t("domain.none") : formatScore(value, language));
  return (
    <section class="card radar">
      <Heading ui={ui} depth={1}>
        {t("radar.title")}
      </Heading>
      <div class="radar-columns">
        <div class="drawing">
          <div class="canvas">
            <canvas role="img" aria-label={t("radar.description")} data-radar="" />
          </div>
          <p class="legend-line" aria-hidden="true">
            <span class="key" /> {t("radar.score")} <span class="key goal-key" /> {t("radar.target")}
          </p>
        </div>
        <table>
          <caption>{t("radar.caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("radar.domain")}</th>
              <th scope="col">{t("radar.score")}</th>
              <th scope="col">{t("radar.target")}</th>
            </tr>
          </thead>
          <tbody>
            {domains.map(({ id, score, target }, index) => (
              <tr key={id}>
                <th scope="row">{t("radar.row", { number: index + 1, label: domainLabel(context, id) })}</th>
                <td>{figure(score)}</td>
                <td>{figure(target)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
