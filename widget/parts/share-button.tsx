/** To the room of codes, from wherever one is: nothing is lost, « Précédent » comes back. */
import type { Ui } from "./ui.ts";

export function ShareButton({ ui }: { ui: Ui }) {
  return (
    <button type="button" onClick={() => ui.dispatch({ type: "go", screen: { name: "share", page: 0 } })}>
      {ui.t("share.open")}
    </button>
  );
}
