/** Where the marks lead: the score of the diagnostic, with what is done, with what is planned; the cap that remains. */
import type { Simulation } from "../../../questionnaires/schema/result.ts";
import { formatScore, nextBand } from "../../text/score.ts";
import type { View } from "./view.ts";
import { waitedFor } from "./what-if.ts";

export function Tally(view: View) {
  const { t, opened, simulated } = view;
  const { result } = opened;
  if (!result.complete) {
    return <p class="outcome">{t("open.notice", { count: result.remaining.length })}</p>;
  }
  const reached = (simulated.all.score ?? 0) >= result.expected;
  return (
    <>
      <h2 class="unseen">{t("tally.title")}</h2>
      <dl class="tallies">
        <Figure view={view} name="today" of={result} />
        <Figure view={view} name="done" of={simulated.done} />
        <Figure view={view} name="all" of={simulated.all} />
      </dl>
      <section class="card" aria-label={t("tally.outcome")}>
        <p class={reached ? "outcome good" : "outcome"}>
          {t(reached ? "tally.reached" : "tally.not-reached", { expected: result.expected })}
        </p>
        <Cap {...view} />
      </section>
    </>
  );
}

/** A score and its level, in figures and in words. */
function Figure({
  view,
  name,
  of,
}: {
  view: View;
  name: string;
  of: Pick<Simulation, "score" | "level" | "levelName">;
}) {
  const { t } = view;
  return (
    <div class={`figure-${name}`}>
      <dt>{t(`tally.${name}`)}</dt>
      <dd>
        <strong>{sayScore(view, of)}</strong>{" "}
        <span>{t("tally.level", { level: of.level ?? 0, name: of.levelName ?? "" })}</span>
      </dd>
    </div>
  );
}

/** Below the next level, and below the expected score, as long as they are not reached. */
export function sayScore({ opened }: View, { score, level }: Pick<Simulation, "score" | "level">): string {
  const { model, result } = opened;
  const limits = nextBand(model.questionnaire.levels, level ?? 0);
  if ((score ?? 0) < result.expected) limits.push(result.expected);
  return formatScore(score ?? 0, model.questionnaire.language, limits);
}

function Cap(view: View) {
  const { t, opened, marks, simulated } = view;
  const { cap } = simulated.all;
  if (!cap) return opened.result.cap ? <p>{t("cap.lifted", { limit: opened.result.cap.limit })}</p> : null;
  const titles = waitedFor(opened, simulated, marks).flatMap((id) => opened.model.actionById.get(id)?.title ?? []);
  return (
    <div>
      <p>{t(cap.binding ? "cap.binding" : "cap.idle", { limit: cap.limit })}</p>
      {titles.length > 0 && (
        <ul>
          {titles.map((title) => (
            <li key={title}>{title}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
