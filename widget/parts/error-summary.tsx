/**
 * What must be corrected, said once at the top, with a link to each control. The box takes the focus; the alert is in a
 * child, so that both are not announced at once. Links look for their target in their own root, not in the document.
 */
import type { FieldError } from "../state/state.ts";
import { Heading } from "./heading.tsx";
import type { Ui } from "./ui.ts";

export function ErrorSummary({ ui, errors }: { ui: Ui; errors: readonly FieldError[] }) {
  if (errors.length === 0) return null;
  return (
    <div class="field wrong summary" tabIndex={-1} data-errors="">
      <div role="alert">
        <Heading ui={ui} depth={1}>
          {ui.t("error.title", { count: errors.length })}
        </Heading>
        <ul>
          {errors.map(({ field, target, text }) => (
            <li key={field}>
              <a href={`#${target}`} onClick={(event) => reach(event, field, target)}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function reach(event: MouseEvent, field: string, target: string): void {
  event.preventDefault();
  const root = (event.currentTarget as Node).getRootNode() as ShadowRoot; // the link is inside our shadow root
  (root.getElementById(`${field}-field`) ?? root.getElementById(target))?.scrollIntoView();
  root.getElementById(target)?.focus({ preventScroll: true });
}
