/** How the result was worked out, in the engine's own sentences: level, cap, threshold, exposure, unknowns. */
import type { Context } from "../journey/context.ts";

export function Why({ ui, seen }: Context) {
  const { level, cap, interval, threshold, exposure } = seen.explanation();
  const sentences = [level, cap, interval, threshold, exposure].filter((sentence) => sentence !== null);
  return (
    <details class="fold">
      <summary>{ui.t("why.title")}</summary>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </details>
  );
}
