/** The three first actions, each as a card; nothing where none is triggered. */
import { type Context, plural } from "../journey/context.ts";
import { ActionCard } from "./action.tsx";
import { Heading } from "./heading.tsx";
import { FIRST } from "./plan.tsx";

export function FirstActions(context: Context) {
  const first = context.seen.result.actions.slice(0, FIRST);
  if (first.length === 0) return null;
  return (
    <section>
      <Heading ui={context.ui} depth={1}>
        {plural(context, "actions.first", first.length)}
      </Heading>
      <ol class="actions">
        {first.map((planned) => (
          <ActionCard key={planned.id} context={context} planned={planned} />
        ))}
      </ol>
    </section>
  );
}
