/** Addresses are secure and dated, origins are exact, colours are colours of the widget. */
import { isExactOrigin } from "../../schema/origin.ts";
import { hasWorkingNote, linkFault } from "../checks/resources.ts";
import { uncheckedLink } from "../checks/unchecked-links.ts";
import { error, type Finding } from "../findings.ts";
import { placeOf, type TerritoryCheck } from "./part.ts";

/** What a host may set on the widget, and how a colour is written. */
const PROPERTY = /^--cd-[a-z]+$/;
const COLOUR = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i;

const LISTS = ["contacts", "services", "financing"] as const;

/** Refuses an address that is not https and working notes in names; doubts about an address without a date. */
export const checkTerritoryLinks: TerritoryCheck = ({ parts }) =>
  parts.flatMap((part) =>
    LISTS.flatMap((list) =>
      part.territory[list].flatMap((one, index): readonly Finding[] => {
        const name = "name" in one ? one.name : one.title;
        const place = placeOf(part, [list, index]);
        if (hasWorkingNote(name)) {
          const mend = "gardez le nom ; l’absence d’adresse, ou verified: false, le dit déjà";
          return [error(place, "resource-label", `« ${name} » contient une note de travail`, mend)];
        }
        const fault = linkFault(one);
        if (fault) return [error(placeOf(part, [list, index, "url"]), "resource-url", ...fault)];
        return one.url === null || one.checkedOn !== null
          ? []
          : [uncheckedLink(placeOf(part, [list, index, "url"]), one.url)];
      }),
    ),
  );

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
