/** The result: a level one can defend, three first actions, a dated plan; then the picture (widget.md §1.10). */
import { type Context, labelOf, plural } from "../journey/context.ts";
import { ActLink } from "../parts/act.tsx";
import { DomainList } from "../parts/domain-list.tsx";
import { EditAnswers } from "../parts/edit-answers.tsx";
import { Emergency } from "../parts/emergency.tsx";
import { FirstActions } from "../parts/first-actions.tsx";
import { Heading } from "../parts/heading.tsx";
import { Plan } from "../parts/plan.tsx";
import { PrintHead } from "../parts/print-head.tsx";
import { RadarFigure } from "../parts/radar-figure.tsx";
import { ShareButton } from "../parts/share-button.tsx";
import { Shortest } from "../parts/shortest.tsx";
import { Similar } from "../parts/similar.tsx";
import { StartAgain } from "../parts/start-again.tsx";
import { Verdict } from "../parts/verdict.tsx";
import { sentence } from "./contribution.tsx";

export function ResultScreen(context: Context) {
  const { ui, seen, model } = context;
  const { t } = ui;
  const { result } = seen;
  return (
    <div class="screen">
      <Heading ui={ui}>{t(result.provisional ? "result.title.provisional" : "result.title")}</Heading>
      <PrintHead {...context} />
      <Verdict {...context} />
      {result.alerts.length > 0 && (
        <section class="card attention">
          <Heading ui={ui} depth={1}>
            {plural(context, "alerts.title", result.alerts.length)}
          </Heading>
          <p>{t("alerts.lead")}</p>
          <ul>
            {result.alerts.map(({ question, label }) => (
              <li key={question}>
                <strong>{label}</strong> <span class="muted">{labelOf(context, question)}</span>
                {result.actions
                  .filter(({ because, gain }) => gain > 0 && because.includes(question))
                  .map(({ id, days }) => (
                    <span class="said" key={id}>
                      {t("alerts.action", { title: model.actionById.get(id)?.title ?? id, days })}
                    </span>
                  ))}
              </li>
            ))}
          </ul>
        </section>
      )}
      {result.actions.length === 0 && <p class="notice">{t("actions.none")}</p>}
      <FirstActions {...context} />
      <ResultButtons {...context} />
      <section class="card">
        <Heading ui={ui} depth={1}>
          {t("domains.title")}
        </Heading>
        <p>{t("domains.lead")}</p>
        <DomainList {...context} />
      </section>
      {result.actions.length > 0 && <Plan {...context} />}
      <Shortest {...context} />
      <RadarFigure {...context} />
      <Similar {...context} />
      <NotAsked {...context} />
      <Emergency ui={ui} />
      <section class="card stop">
        <EditAnswers {...context} />
        <StartAgain {...context} />
      </section>
      <p class="notice">{t("result.notice", { version: result.version, engine: result.engine })}</p>
    </div>
  );
}

function ResultButtons({ ui, state, act, seen }: Context) {
  const { t, dispatch } = ui;
  return (
    <div class="card share">
      <p>{t("result.next")}</p>
      <div class="buttons">
        <button type="button" onClick={act.print}>
          {t("print.button")}
        </button>
        <button type="button" onClick={() => dispatch({ type: "go", screen: { name: "contribution", page: 0 } })}>
          {t("contribution.open")}
        </button>
        <ActLink {...seen} />
        <ShareButton ui={ui} />
      </div>
      {state.contribution.status !== "idle" && <p class="notice">{sentence({ ui, state })}</p>}
    </div>
  );
}

/** What the result does not rest on: questions left for later, and those deduced from another answer. */
function NotAsked(context: Context) {
  const { ui, seen } = context;
  const { notAssessed, deduced } = seen.result;
  if (notAssessed.length + deduced.length === 0) return null;
  return (
    <section class="card">
      {notAssessed.length > 0 && (
        <>
          <Heading ui={ui} depth={1}>
            {ui.t("not-assessed.title")}
          </Heading>
          <p>{ui.t("not-assessed.lead")}</p>
          <ul>
            {notAssessed.map((id) => (
              <li key={id}>{labelOf(context, id)}</li>
            ))}
          </ul>
        </>
      )}
      {deduced.length > 0 && (
        <>
          <Heading ui={ui} depth={1}>
            {ui.t("deduced.title")}
          </Heading>
          <ul>
            {deduced.map(({ id, from }) => (
              <li key={id}>
                {labelOf(context, id)}{" "}
                <span class="said">{ui.t("answer.deduced", { label: labelOf(context, from) })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
