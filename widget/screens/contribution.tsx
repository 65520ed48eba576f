/** The contribution: a separate choice, explained; what is sent, what never is, and how the sending goes. */
import type { Context } from "../journey/context.ts";
import { Heading } from "../parts/heading.tsx";
import { ATTEMPTS } from "../state/attempts.ts";

export function ContributionScreen(context: Context) {
  const { ui, model, state, act } = context;
  const { t, dispatch } = ui;
  const { status } = state.contribution;
  const kept = model.questionnaire.profile.filter((variable) => variable.kept).map(({ name }) => name);
  return (
    <div class="screen">
      <Heading ui={ui}>{t("contribution.title")}</Heading>
      <p class="lead">{t("contribution.lead")}</p>
      <div class="cards two">
        <section class="card">
          <Heading ui={ui} depth={1}>
            {t("contribution.what")}
          </Heading>
          <ul>
            <li>{t("contribution.what.answers")}</li>
            <li>{t("contribution.what.profile", { names: kept.join(t("list.separator")) })}</li>
            <li>{t("contribution.what.period")}</li>
          </ul>
        </section>
        <section class="card">
          <Heading ui={ui} depth={1}>
            {t("contribution.never")}
          </Heading>
          <p>{t("contribution.never.text")}</p>
        </section>
      </div>
      <p>{t("contribution.why")}</p>
      <div class="sending" tabIndex={-1} data-sending="">
        <p class={status === "failed" ? "error" : status === "sent" ? "outcome good" : "muted"}>{sentence(context)}</p>
      </div>
      <div class="buttons">
        {status !== "sent" && (
          <button
            type="button"
            class="primary"
            aria-disabled={status === "sending" ? "true" : undefined}
            onClick={act.send}
          >
            {t(status === "failed" ? "contribution.again" : "contribution.send")}
          </button>
        )}
        <button type="button" onClick={() => dispatch({ type: "previous" })}>
          {t("contribution.back")}
        </button>
      </div>
    </div>
  );
}

/** How the sending goes, in one sentence; also said by the live region. */
export function sentence({ ui, state }: Pick<Context, "ui" | "state">): string {
  const { status, attempt, reason } = state.contribution;
  if (status === "sending" && attempt > 1) return ui.t("contribution.retrying", { attempt, attempts: ATTEMPTS });
  if (status === "failed" && reason !== null) return ui.t("contribution.refused", { reason });
  return ui.t(`contribution.${status}`);
}
