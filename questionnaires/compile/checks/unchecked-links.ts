/** A link is opened and read before it is given: the date says when. */
import { type Finding, type Place, warning } from "../findings.ts";
import type { Check } from "./check.ts";

/** Doubts about an address without a date of verification. */
export const checkUncheckedLinks: Check = ({ draft, locate }) =>
  draft.actions.flatMap((action, index) =>
    action.resources.flatMap(({ url, checkedOn }, position) => {
      if (url === null || checkedOn !== null) return [];
      return [uncheckedLink(locate(["actions", index, "resources", position]), url)];
    }),
  );

/** The doubt about one address. */
export function uncheckedLink(place: Place, url: string): Finding {
  const mend = 'ouvrez-le, puis ajoutez checkedOn: "AAAA-MM-JJ"';
  return warning(place, "resource-unchecked", `lien sans date de vérification : ${url}`, mend);
}
