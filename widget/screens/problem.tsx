/** A profile that the engine refuses: never met by the way of the screens, but said rather than hidden. */
import type { Issue } from "../../questionnaires/engine/engine.ts";
import { Heading } from "../parts/heading.tsx";
import type { Ui } from "../parts/ui.ts";

export function ProblemScreen({ ui, issues }: { ui: Ui; issues: readonly Issue[] }) {
  return (
    <div class="screen">
      <Heading ui={ui}>{ui.t("problem.title")}</Heading>
      <ul>
        {issues.map(({ pointer, detail }) => (
          <li key={pointer}>{detail}</li>
        ))}
      </ul>
      <div class="buttons">
        <button
          type="button"
          class="primary"
          onClick={() => ui.dispatch({ type: "go", screen: { name: "profile", page: 0 } })}
        >
          {ui.t("profile.change")}
        </button>
      </div>
    </div>
  );
}
