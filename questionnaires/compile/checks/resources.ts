/** A resource has a secure address or none: nothing "to be verified" reaches the reader. */
import { error } from "../findings.ts";
import type { Check } from "./check.ts";

const TO_VERIFY = /à vérifier/iu;

/** Whether a name contains a working note. */
export function hasWorkingNote(name: string): boolean {
  return TO_VERIFY.test(name);
}

type Link = { readonly url: string | null; readonly checkedOn: string | null };

/** What is wrong with an address and its date, and how to mend it; null when nothing is. */
export function linkFault({ url, checkedOn }: Link): readonly [what: string, mend: string] | null {
  if (url === null) {
    return checkedOn === null ? null : ["date de vérification sans adresse", "ajoutez url ou retirez checkedOn"];
  }
  return isSecure(url) ? null : [`« ${url} » n’est pas une adresse https`, "corrigez l’adresse"];
}

/** Refuses an address that is not https, a date of verification without address, and working notes in a label. */
export const checkResources: Check = ({ draft, locate }) =>
  draft.actions.flatMap((action, index) =>
    action.resources.flatMap((resource, position) => {
      const place = locate(["actions", index, "resources", position]);
      if (hasWorkingNote(resource.label)) {
        const mend = "ne gardez que le nom, sans url";
        return [error(place, "resource-label", `« ${resource.label} » contient une note de travail`, mend)];
      }
      const fault = linkFault(resource);
      return fault ? [error(place, "resource-url", ...fault)] : [];
    }),
  );

function isSecure(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === "https:";
}
