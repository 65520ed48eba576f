/** The domains as bars, then as a radar with its table: the diagnostic, what is simulated, the target. */

import type { RadarData } from "../../effects/draw-radar.ts";
import { formatScore } from "../../text/score.ts";
import type { View } from "./view.ts";

interface Row {
  readonly id: string;
  readonly label: string;
  readonly today: number | null;
  readonly after: number | null;
  readonly target: number | null;
}

export function rowsOf({ opened, simulated }: Pick<View, "opened" | "simulated">): readonly Row[] {
  const { domains } = opened.model.questionnaire;
  return opened.result.domains.map(({ id, score, target }) => ({
    id,
    label: domains.find((domain) => domain.id === id)?.label ?? id,
    today: score,
    after: simulated.all.domains.find((domain) => domain.id === id)?.score ?? null,
    target,
  }));
}

export function radarOf(view: Pick<View, "opened" | "simulated">): RadarData {
  const rows = rowsOf(view);
  return {
    labels: rows.map(({ label }) => label),
    scores: rows.map(({ today }) => today),
    targets: rows.map(({ target }) => target),
    simulated: rows.map(({ after }) => after),
  };
}

export function Overview(view: View) {
  const { t, opened } = view;
  const rows = rowsOf(view);
  const figure = (value: number | null) =>
    value === null ? t("domain.none") : formatScore(value, opened.model.questionnaire.language);
  return (
    <section class="card overview">
      <h2 class="h1">{t("overview.title.simulated")}</h2>
      <ul class="domains">
        {rows.map((row) => (
          <Bar key={row.id} row={row} view={view} figure={figure} />
        ))}
      </ul>
      <div class="radar-columns">
        <div class="drawing" hidden>
          <div class="canvas">
            <canvas role="img" aria-label={t("radar.simulated")} />
          </div>
          <Legend view={view} />
        </div>
        <table>
          <caption>{t("table.caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("radar.domain")}</th>
              <th scope="col">{t("table.today")}</th>
              <th scope="col">{t("table.after")}</th>
              <th scope="col">{t("radar.target")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, label, today, after, target }, index) => (
              <tr key={id}>
                <th scope="row">{t("radar.row", { number: index + 1, label })}</th>
                <td>{figure(today)}</td>
                <td>{figure(after)}</td>
                <td>{figure(target)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface BarProps {
  readonly row: Row;
  readonly view: View;
  readonly figure: (value: number | null) => string;
}

function Bar({ row: { label, today, after, target }, view: { t }, figure }: BarProps) {
  if (today === null || after === null) return null;
  const moves = after > today;
  return (
    <li>
      <p class="row">
        <span>{label}</span>
        <strong>{moves ? t("overview.from-to", { from: figure(today), to: figure(after) }) : figure(today)}</strong>
      </p>
      <div class="track" aria-hidden="true">
        <div style={{ width: `${today}%` }} />
        {moves && <b style={{ left: `${today}%`, width: `${after - today}%` }} />}
        {target !== null && <i style={{ left: `${target}%` }} />}
      </div>
    </li>
  );
}

/** The line and the point of each series: as in the drawing, told apart without colour. */
function Legend({ view: { t } }: { view: View }) {
  return (
    <ul class="keys" aria-hidden="true">
      <li>
        <svg class="key-today" aria-hidden="true" viewBox="0 0 40 14">
          <path d="M0 7h40" />
          <circle cx="20" cy="7" r="4.5" />
        </svg>
        {t("table.today")}
      </li>
      <li>
        <svg class="key-after" aria-hidden="true" viewBox="0 0 40 14">
          <path d="M0 7h40" />
          <path class="point" d="m20 1 6 11H14z" />
        </svg>
        {t("table.after")}
      </li>
      <li>
        <svg class="key-target" aria-hidden="true" viewBox="0 0 40 14">
          <path d="M0 7h40" />
          <path class="point" d="m20 1 6 6-6 6-6-6z" />
        </svg>
        {t("radar.target")}
      </li>
    </ul>
  );
}
