/** The questions that do not concern this establishment, each with its reason, folded. */
import { describeAdapted } from "../../questionnaires/engine/engine.ts";
import { type Context, labelOf, plural } from "../journey/context.ts";

export function Hidden(context: Context) {
  const { hidden } = describeAdapted(context.seen.adapted);
  if (hidden.length === 0) return null;
  return (
    <details class="fold" data-keep-closed="">
      <summary>{plural(context, "overview.hidden", hidden.length)}</summary>
      <ul>
        {hidden.map(({ id, reason }) => (
          <li key={id}>
            {labelOf(context, id)} <span class="muted">{reason}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
