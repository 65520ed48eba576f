/** The words of the page and those of the codes. */
import codes from "virtual:words/codes";
import own from "virtual:words/comparer";
import { createText } from "../../text/text.ts";

export const say = createText({ ...codes, ...own });

/** The sentence for one or for several, in the language of the page. */
export function plural(key: string, count: number): string {
  const rule = new Intl.PluralRules(document.documentElement.lang).select(count);
  return say(`${key}.${rule === "one" ? "one" : "other"}`, { count });
}
