/** When the element shows a card with a link in the place of the diagnostic, before anything is asked of the network. */
import type { Start } from "../state/start.ts";

/** Chosen by the page; a questionnaire that this version does not hold; a site that is not on the list of the territory. */
export type CardReason = "chosen" | "questionnaire" | "host";

/** `questionnaire="id"` or `"id@version"`: this version of the widget holds one. */
export function cardReason(element: HTMLElement, { id, version }: Start): CardReason | null {
  const asked = element.getAttribute("questionnaire");
  if (asked && asked !== id && asked !== `${id}@${version}`) return "questionnaire";
  return element.getAttribute("mode") === "card" ? "chosen" : null;
}
