/** Addresses are secure and dated, origins are exact, colours are colours of the widget. */
import { isExactOrigin } from "../../schema/origin.ts";
import type { Contact, Financing, Service } from "../../schema/territory.ts";
import { hasWorkingNote, linkFault } from "../checks/resources.ts";
import { uncheckedLink } from "../checks/unchecked-links.ts";
import { error, type Finding, type Place, warning } from "../findings.ts";
import { placeOf, type TerritoryCheck } from "./part.ts";

/** What a host may set on the widget, and how a colour is written. */
const PROPERTY = /^--cd-[a-z]+$/;
const COLOUR = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i;

const LISTS = ["contacts", "services", "financing"] as const;

/** Refuses an address that is not https and working notes in names; doubts about what has no date of verification. */
export const checkTerritoryLinks: TerritoryCheck = ({ parts }) =>
  parts.flatMap((part) =>
    LISTS.flatMap((list) =>
      part.territory[list].flatMap((one, index) =>
        linkFindings(one, placeOf(part, [list, index]), placeOf(part, [list, index, "url"])),
      ),
    ),
  );

function linkFindings(one: Contact | Service | Financing, place: Place, urlPlace: Place): readonly Finding[] {
  const name = "name" in one ? one.name : one.title;
  if (hasWorkingNote(name)) {
    const mend = "gardez le nom ; l’absence d’adresse, ou verified: false, le dit déjà";
    return [error(place, "resource-label", `« ${name} » contient une note de travail`, mend)];
  }
  const { url, checkedOn } = one;
  const spoken = "phone" in one ? (one.phone ?? one.email) : null;
  // The date may be that of a call or of a message: only without either is it the address's.
  const fault = linkFault(spoken === null ? one : { url, checkedOn: null });
  if (fault) return [error(urlPlace, "resource-url", ...fault)];
  if (checkedOn !== null) return [];
  return [
    ...(url === null ? [] : [uncheckedLink(urlPlace, url)]),
    ...(spoken === null ? [] : [unchecked(place, spoken)]),
  ];
}

/** The doubt about a telephone number or an e-mail address: a wrong one costs minutes in an attack. */
function unchecked(place: Place, spoken: string): Finding {
  const mend = 'appelez ou écrivez, puis ajoutez checkedOn: "AAAA-MM-JJ"';
  return warning(place, "contact-unchecked", `numéro ou courriel sans date de vérification : ${spoken}`, mend);
}

/** Refuses an origin that a browser would not send as it is written; a machine of one's own may do without https. */
export const checkOrigins: TerritoryCheck = ({ parts }) =>
  parts.flatMap((part) =>
    part.territory.origins.flatMap((origin, index) => {
      if (isExactOrigin(origin)) return [];
      const message = `« ${origin} » n’est pas une origine exacte`;
      const mend = "écrivez https:// et le nom en minuscules, le port s’il y en a un, rien après (ni / ni *)";
      return [error(placeOf(part, ["origins", index]), "territory-origin", message, mend)];
    }),
  );

/** Refuses a property that is not one of the widget's, and what is not a colour. */
export const checkTheme: TerritoryCheck = ({ parts }) =>
  parts.flatMap((part) =>
    Object.entries(part.territory.theme ?? {}).flatMap(([property, colour]) => {
      if (PROPERTY.test(property) && COLOUR.test(colour)) return [];
      const message = `« ${property}: ${colour} » n’est pas une couleur du composant`;
      const mend = 'écrivez par exemple --cd-accent: "#0b5568"';
      return [error(placeOf(part, ["theme", property]), "territory-theme", message, mend)];
    }),
  );
