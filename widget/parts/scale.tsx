/** The scale from 0 to 100 with its levels: where the score stands, and the expected threshold. Only repeats the words. */
import type { Context } from "../journey/context.ts";

interface Props {
  readonly context: Context;
  /** The score, or the two ends of the interval. */
  readonly from: number;
  readonly to: number;
}

export function Scale({ context, from, to }: Props) {
  const { levels } = context.model.questionnaire;
  const { expected } = context.seen.result;
  const here = from === to;
  return (
    <div class="scale" aria-hidden="true">
      <div class="bands">
        {levels.map(({ level, name, from: start }, index) => {
          const end = levels[index + 1]?.from ?? 100;
          const inside = to >= start && (from < end || index === levels.length - 1);
          return (
            <div key={level} class={inside ? "band inside" : "band"} style={{ flexGrow: String(end - start) }}>
              <span>{name}</span>
            </div>
          );
        })}
        {here ? (
          <div class="pin" style={{ left: `${from}%` }} />
        ) : (
          <div class="span" style={{ left: `${from}%`, width: `${to - from}%` }} />
        )}
        <div class="goal" style={{ left: `${expected}%` }} />
      </div>
      <p class="goal-label">
        <span class="goal-mark" /> {context.ui.t("scale.expected", { expected })}
      </p>
    </div>
  );
}
