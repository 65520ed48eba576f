/** The way to establishments alike: nothing of it is loaded, and no statistics are read, before this button is pressed. */
import words from "virtual:words/act";
import type { Context } from "../journey/context.ts";

export const Similar = (context: Context) =>
  words.similar && (
    <section class="card">
      <button
        type="button"
        onClick={async ({ currentTarget: { nextElementSibling: box } }) => {
          try {
            const tool = await import("../similar/tool-similar.tsx");
            tool.show(box as Element, context); // it stands below
          } catch {
            box?.replaceChildren(words["similar.failed"] ?? "");
          }
        }}
      >
        {words.similar}
      </button>
      <div aria-live="polite" />
    </section>
  );
