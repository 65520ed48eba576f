/** Puts a tool in its place on its own page, and what the address hands it: a code in the fragment, taken out at once. */
import type { ComponentChild } from "preact";
import { render } from "preact";
import { codeIn, FRAGMENT } from "../codes/code-in.ts";
import { unfoldForPrint } from "../effects/print.ts";

export function mount(tool: (code: string) => ComponentChild): void {
  const place = document.querySelector("[data-tool]");
  const handed = location.hash.startsWith(FRAGMENT) ? codeIn(location.hash).code : "";
  if (handed) history.replaceState(history.state, "", location.pathname + location.search);
  if (!place) return;
  render(tool(handed), place);
  unfoldForPrint(place);
}
