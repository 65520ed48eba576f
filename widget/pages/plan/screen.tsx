/** The whole page once a diagnostic is open: on screen what moves, on paper what is pinned. */
import { Actions } from "./actions.tsx";
import { Ask } from "./ask.tsx";
import { Keep } from "./keep.tsx";
import { Overview } from "./overview.tsx";
import { Paper } from "./paper.tsx";
import { Shortcuts } from "./shortcuts.tsx";
import { Support } from "./support.tsx";
import { sayScore, Tally } from "./tally.tsx";
import { contextOf, type View } from "./view.ts";

export function PlanScreen({ view, today, sheet }: { view: View; today: Date; sheet: string }) {
  const { t, opened, simulated, notice } = view;
  const nothing = opened.result.actions.length === 0;
  return (
    <>
      <div class="screen">
        <p class="lead">{t("page.lead")}</p>
        <Tally {...view} />
        {nothing ? (
          <p class="notice">{t("actions.none")}</p>
        ) : (
          <>
            <Shortcuts {...view} />
            <Actions view={view} context={contextOf(view, today)} />
            <Support {...view} />
          </>
        )}
        <Overview {...view} />
        <Ask {...view} />
        <Keep view={view} sheet={sheet} />
      </div>
      <Paper view={view} today={today} />
      <p class="unseen" role="status">
        {notice === "simulated"
          ? opened.result.complete &&
            t("status.simulated", {
              score: sayScore(view, simulated.all),
              level: simulated.all.level ?? 0,
              name: simulated.all.levelName ?? "",
            })
          : notice && t(`notice.${notice}`)}
      </p>
    </>
  );
}
