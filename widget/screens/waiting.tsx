/** Shown when the questions are not there yet: they are on their way, or they could not be fetched and can be again. */
import { Emergency } from "../parts/emergency.tsx";
import { Heading } from "../parts/heading.tsx";
import type { Ui } from "../parts/ui.ts";
import type { State } from "../state/state.ts";

export function WaitingScreen({ ui, status, retry }: { ui: Ui; status: State["loading"]; retry: () => void }) {
  const { t, dispatch } = ui;
  return (
    <div class="screen" data-waiting="">
      <Emergency ui={ui} folded />
      <Heading ui={ui}>{t(`waiting.${status}`)}</Heading>
      <p class="lead">{t(`waiting.${status}.text`)}</p>
      <div class="buttons">
        {status === "failed" && (
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
