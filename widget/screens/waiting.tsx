/** Shown when the questions are not there yet: they are on their way, or they could not be fetched and can be again. */
import { Emergency } from "../parts/emergency.tsx";
import { Heading } from "../parts/heading.tsx";
import type { Ui } from "../parts/ui.ts";

export function WaitingScreen({ ui, failed, retry }: { ui: Ui; failed: boolean; retry: () => void }) {
  const { t, dispatch } = ui;
  return (
    <div class="screen">
      <Emergency ui={ui} folded />
      <Heading ui={ui}>{t(failed ? "waiting.failed" : "waiting.title")}</Heading>
      <p class="lead">{t(failed ? "waiting.failed.text" : "waiting.text")}</p>
      <div class="buttons">
        {failed && (
          <button type="button" class="primary" onClick={retry}>
            {t("waiting.retry")}
          </button>
        )}
        <button type="button" onClick={() => dispatch({ type: "previous" })}>
          {t("nav.previous")}
        </button>
      </div>
    </div>
  );
}
