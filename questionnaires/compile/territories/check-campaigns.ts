/** A campaign has a name of its own, days in order, and stands for a region: never for an establishment. */
import { error, type Finding } from "../findings.ts";
import { placeOf, type TerritoryCheck, type TerritoryPart } from "./part.ts";

/** Campaigns of one region that may be open on the same day. More would begin to tell establishments apart (security.md §7). */
const MAX_OPEN = 3;

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Refuses an id that is taken or ill-formed, days in the wrong order, a shared code, too many at a time, and a rule without a campaign. */
export const checkCampaigns: TerritoryCheck = ({ parts }) => {
  const seen = new Set<string>();
  return parts.flatMap((part) => [...eachCampaign(part, seen), ...together(part)]);
};

function eachCampaign(part: TerritoryPart, seen: Set<string>): readonly Finding[] {
  return part.territory.campaigns.flatMap(({ id, sha256, from, to }, index) => {
    const place = (key: string) => placeOf(part, ["campaigns", index, key]);
    const found: Finding[] = [];
    const refuse = (key: string, what: string, mend: string) =>
      found.push(error(place(key), "territory-campaign", what, mend));
    if (!ID.test(id))
      refuse("id", `« ${id} » n’est pas un identifiant`, "écrivez des minuscules, des chiffres, des tirets");
    if (seen.has(id)) refuse("id", `la campagne « ${id} » existe déjà`, "donnez-lui un autre identifiant");
    if (seen.has(sha256))
      refuse("sha256", "ce code sert déjà à une autre campagne", "tirez-en un autre : npm run campaign");
    if (to < from) refuse("to", "la campagne finit avant de commencer", "corrigez les dates");
    seen.add(id).add(sha256);
    return found;
  });
}

function together(part: TerritoryPart): readonly Finding[] {
  const { campaigns, campaignRequired } = part.territory;
  const open = Math.max(
    0,
    ...campaigns.map(({ from: day }) => campaigns.filter(({ from, to }) => from <= day && day <= to).length),
  );
  const tooMany = error(
    placeOf(part, ["campaigns"]),
    "territory-campaign",
    `${open} campagnes le même jour : un code par établissement le nommerait`,
    `gardez-en ${MAX_OPEN} au plus`,
  );
  const none = error(
    placeOf(part, ["campaignRequired"]),
    "territory-campaign",
    "un code est exigé, et aucune campagne n’en donne",
    "ajoutez une campagne, ou retirez campaignRequired",
  );
  return [...(open > MAX_OPEN ? [tooMany] : []), ...(campaignRequired && campaigns.length === 0 ? [none] : [])];
}
