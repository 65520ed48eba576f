/** One line that says what the territories hold, and what is still to be found. */
import type { HostedTerritory } from "../../schema/territory.ts";

/** « questionnaires/territories  19 territoires, 18 services (12 sans adresse), 46 contacts (37 sans moyen de les joindre) ». */
export function describeTerritories(folder: string, territories: readonly HostedTerritory[]): string {
  const contacts = territories.flatMap((one) => one.contacts);
  const services = territories.flatMap((one) => one.services);
  const silent = contacts.filter(({ phone, email, url }) => phone === null && email === null && url === null).length;
  const unplaced = services.filter(({ url }) => url === null).length;
  const reach = `${contacts.length} contacts (${silent} sans moyen de les joindre)`;
  return `${folder}  ${territories.length} territoires, ${services.length} services (${unplaced} sans adresse), ${reach}`;
}
