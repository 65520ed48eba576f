/** The two buttons under a form: forward, which is the form's own, and back. */
import type { Ui } from "./ui.ts";

export function Navigation({ ui, forward }: { ui: Ui; forward: string }) {
  return (
    <div class="buttons">
      <button type="submit" class="primary">
        {forward}
      </button>
      <button type="button" onClick={() => ui.dispatch({ type: "previous" })}>
        {ui.t("nav.previous")}
      </button>
    </div>
  );
}

/** Sends « Continuer » instead of the form. */
export function advance(ui: Ui): (event: SubmitEvent) => void {
  return (event) => {
    event.preventDefault();
    ui.dispatch({ type: "next" });
  };
}
