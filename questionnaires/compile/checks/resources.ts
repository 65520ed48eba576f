/** A resource has a secure address or none: nothing "to be verified" reaches the reader. */
import { error } from "../findings.ts";
import type { Check } from "./check.ts";

const TO_VERIFY = /à vérifier/iu;

/** Refuses an address that is not https, a date of verification without address, and working notes in a label. */
export const checkResources: Check = ({ draft, locate }) =>
  draft.actions.flatMap((action, index) =>
    action.resources.flatMap((resource, position) => {
      const place = locate(["actions", index, "resources", position]);
      if (TO_VERIFY.test(resource.label)) {
        const mend = "ne gardez que le nom, sans url";
        return [error(place, "resource-label", `« ${resource.label} » contient une note de travail`, mend)];
      }
      if (resource.url === null && resource.checkedOn !== null) {
        return [error(place, "resource-url", "date de vérification sans adresse", "ajoutez url ou retirez checkedOn")];
      }
      if (resource.url === null || isSecure(resource.url)) return [];
      return [error(place, "resource-url", `« ${resource.url} » n’est pas une adresse https`, "corrigez l’adresse")];
    }),
  );

function isSecure(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === "https:";
}
