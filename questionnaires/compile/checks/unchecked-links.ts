/** A link is opened and read before it is given: the date says when. */
import { warning } from "../findings.ts";
import type { Check } from "./check.ts";

/** Doubts about an address without a date of verification. */
export const checkUncheckedLinks: Check = ({ draft, locate }) =>
  draft.actions.flatMap((action, index) =>
    action.resources.flatMap(({ url, checkedOn }, position) => {
      if (url === null || checkedOn !== null) return [];
      const place = locate(["actions", index, "resources", position]);
      const mend = 'ouvrez-le, puis ajoutez checkedOn: "AAAA-MM-JJ"';
      return [warning(place, "resource-unchecked", `lien sans date de vérification : ${url}`, mend)];
    }),
  );
