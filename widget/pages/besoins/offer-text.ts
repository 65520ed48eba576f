/** The services of one scope, in one line. Pure. */
import type { Text } from "../../text/text.ts";
import type { Offer } from "./needs.ts";

export function offerText(offers: readonly Offer[], scope: Offer["scope"], t: Text): string {
  return offers
    .filter((one) => one.scope === scope)
    .map((one) => sayOffer(one, t))
    .reduceRight((rest, first) => (rest === "" ? first : t("offer.several", { first, rest })), "");
}

/** Title and operator; and that it is for some only, when it is. */
export function sayOffer({ service: { title, operator }, open }: Offer, t: Text): string {
  return t(`offer.${open}`, { title, operator });
}
