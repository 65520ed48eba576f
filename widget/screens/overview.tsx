/** Between profile and questions: how many questions fit this establishment, and what looks odd in the profile. */
import { type Context, plural } from "../journey/context.ts";
import { coreSteps } from "../journey/way.ts";
import { Emergency } from "../parts/emergency.tsx";
import { Heading } from "../parts/heading.tsx";
import { Hidden } from "../parts/hidden.tsx";
import { advance, Navigation } from "../parts/navigation.tsx";

export function OverviewScreen(context: Context) {
  const { ui, seen } = context;
  const { t } = ui;
  const { displayed, profile } = seen.adapted;
  const core = displayed.filter((question) => question.core).length;
  const minutes = Math.max(1, Math.round((displayed.length * SECONDS_PER_QUESTION) / 60));
  const done = seen.result.remaining.length === 0;
  const begun = seen.answers.size > 0;
  return (
    <form class="screen" noValidate onSubmit={advance(ui)}>
      <Emergency ui={ui} folded />
      <Heading ui={ui}>{t("overview.title")}</Heading>
      <p class="lead">{plural(context, "overview.lead", displayed.length)}</p>
      {profile.warnings.length > 0 && (
        <section class="card attention">
          <Heading ui={ui} depth={1}>
            {t("overview.warnings")}
          </Heading>
          <ul>
            {profile.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
          <button type="button" onClick={() => ui.dispatch({ type: "go", screen: { name: "profile", page: 0 } })}>
            {t("profile.change")}
          </button>
        </section>
      )}
      <ol class="route">
        <li>
          <strong>{plural(context, "overview.core", core)}</strong>
          <span>{t("overview.core.text", { steps: coreSteps(seen) })}</span>
        </li>
        <li>
          <strong>{plural(context, "overview.rest", displayed.length - core)}</strong>
          <span>{t("overview.rest.text", { minutes })}</span>
        </li>
        <li>
          <strong>{t("overview.result")}</strong>
          <span>{t("overview.result.text", { expected: profile.class.expected })}</span>
        </li>
      </ol>
      {begun && <p class="notice">{plural(context, "overview.remaining", seen.result.remaining.length)}</p>}
      <Hidden {...context} />
      <Navigation ui={ui} forward={t(done ? "nav.result" : begun ? "overview.resume" : "overview.begin")} />
    </form>
  );
}

/** Measured target of the whole diagnostic: 40 questions in about 15 minutes, profile included (blueprint §10). */
const SECONDS_PER_QUESTION = 20;
