/** The two buttons under a form: forward, which is the form's own, and back. */
import type { ComponentChildren } from "preact";
import type { Ui } from "./ui.ts";

interface Props {
  readonly ui: Ui;
  readonly forward: string;
  readonly children?: ComponentChildren;
}

export function Navigation({ ui, forward, children }: Props) {
  return (
    <div class="buttons">
      <button type="submit" class="primary">
        {forward}
      </button>
      <button type="button" onClick={() => ui.dispatch({ type: "previous" })}>
        {ui.t("nav.previous")}
      </button>
      {children}
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
