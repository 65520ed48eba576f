/** In front of the person who was handed a domain: what is left of it, the way there, and what to send back. */
import { Heading } from "../parts/heading.tsx";
import type { RoomProps } from "./share.tsx";
import { taskOf, todoOf } from "./task.ts";
import { say } from "./words.ts";

export function Handed({ ui, seen, model, root }: RoomProps & { readonly root: Node }) {
  const domain = taskOf(root);
  const label = model.questionnaire.domains.find(({ id }) => id === domain)?.label;
  if (!domain || !label || !seen.ok) return null;
  const { open, total, page } = todoOf(seen.value, domain);
  return (
    <section class="card attention">
      <Heading ui={ui} depth={1}>
        {say("handed.title", { label })}
      </Heading>
      <p>{open > 0 ? say("handed.open", { open, total }) : say("handed.done")}</p>
      {page >= 0 && (
        <button type="button" onClick={() => ui.dispatch({ type: "go", screen: { name: "step", page } })}>
          {say(open > 0 ? "handed.go" : "handed.again")}
        </button>
      )}
    </section>
  );
}
