/** Who can help with an action, in one line: for the paper and the table, where nothing folds out. Pure. */
import { servicesFor } from "../../../questionnaires/engine/engine.ts";
import type { Help } from "../../territories/help.ts";
import type { Text } from "../../text/text.ts";
import type { Opened } from "./opened.ts";

/** Titles and operators, local first; empty when nobody is known for this profile. `addresses`: with the page of each. */
export function helpText({ adapted }: Opened, help: Help, id: string, t: Text, addresses: boolean): string {
  const found = servicesFor(help.territory, help.national, adapted.profile.facts, id);
  if (!found.ok) return "";
  const named = found.services.map(({ service: { title, operator, url } }) => {
    const service = t("help.named", { title, operator });
    return addresses ? t("help.named.at", { service, address: url ?? t("help.address.unknown") }) : service;
  });
  return inOneLine(named, t);
}

/** Several texts that may hold commas, one after the other; empty when there is none. */
export function inOneLine(texts: readonly string[], t: Text): string {
  return texts.reduceRight((rest, first) => (rest === "" ? first : t("help.several", { first, rest })), "");
}
