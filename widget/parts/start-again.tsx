/** « Nouveau diagnostic »: everything would be lost, so it is asked twice. */
import type { Context } from "../journey/context.ts";

export function StartAgain({ ui, state }: Context) {
  const { t, dispatch } = ui;
  if (!state.confirmingReset) {
    return (
      <p>
        <button type="button" class="quiet" data-reset="" onClick={() => dispatch({ type: "reset", step: "ask" })}>
          {t("reset.button")}
        </button>
      </p>
    );
  }
  return (
    <fieldset class="confirm" tabIndex={-1} data-confirm="">
      <legend>{t("reset.question")}</legend>
      <div class="buttons">
        <button type="button" class="danger" onClick={() => dispatch({ type: "reset", step: "confirm" })}>
          {t("reset.confirm")}
        </button>
        <button type="button" onClick={() => dispatch({ type: "reset", step: "cancel" })}>
          {t("reset.cancel")}
        </button>
      </div>
    </fieldset>
  );
}
