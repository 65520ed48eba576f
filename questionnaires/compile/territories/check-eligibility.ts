/** A service helps with actions that exist, and is for profiles that exist and are told to take these actions. */
import type { Questionnaire } from "../../schema/compiled.ts";
import { nameFindings } from "../checks/conditions.ts";
import { error, type Finding, type Place } from "../findings.ts";
import { displayed } from "../space/displayed.ts";
import { findProfile, met, unmet } from "../space/find-profile.ts";
import { placeOf, type TerritoryCheck, type TerritoryPart } from "./part.ts";

const LISTS = ["services", "financing"] as const;

type Offer = TerritoryPart["territory"][(typeof LISTS)[number]][number];

/** Refuses an action that no questionnaire has in its latest published version. */
export const checkTerritoryActions: TerritoryCheck = ({ parts, questionnaires }) =>
  offersOf(parts).flatMap(({ part, list, index, offer }) =>
    offer.actions.flatMap((action, position) => {
      if (questionnaires.some((one) => hasAction(one, action))) return [];
      const place = placeOf(part, [list, index, "actions", position]);
      const mend = "corrigez l’identifiant, d’après actions.yaml de la dernière version publiée";
      return [error(place, "unknown-action", `l’action « ${action} » n’existe pas`, mend)];
    }),
  );

/** Refuses an eligibility that names what does not exist, that nobody or everybody meets, or that its actions contradict. */
export const checkEligibility: TerritoryCheck = ({ parts, questionnaires }) =>
  offersOf(parts).flatMap(({ part, list, index, offer }) => {
    const { actions } = offer;
    const concerned = questionnaires.filter((one) => actions.length === 0 || actions.some((id) => hasAction(one, id)));
    return concerned.flatMap((questionnaire) => {
      const place = placeOf(part, [list, index, "for"]);
      const names = nameFindings(offer.for, questionnaire, place);
      if (names.length > 0) return names;
      const dead = reachFinding(offer, questionnaire, place);
      return dead ?? actions.flatMap((action) => neverFinding(offer, action, questionnaire, place));
    });
  });

/** Optional variables may be read here: a service may be for one department, and knowing it is worth a suggestion. */
function reachFinding({ for: when }: Offer, questionnaire: Questionnaire, place: Place): readonly Finding[] | null {
  if (when === true) return null;
  if (findProfile(questionnaire, [met(when)], true) === null) {
    return [error(place, "condition-never", "aucun profil ne remplit cette condition", "corrigez-la")];
  }
  if (findProfile(questionnaire, [unmet(when)], true) !== null) return null;
  const mend = "retirez la clé for si c’est voulu, ou corrigez-la";
  return [error(place, "condition-always", "tous les profils remplissent cette condition", mend)];
}

/** The action of the unknown answers is for everyone; the others come from the questions that are displayed. */
function neverFinding(offer: Offer, action: string, questionnaire: Questionnaire, place: Place): readonly Finding[] {
  const { for: when, id } = offer;
  if (when === true || action === questionnaire.unknown.action || !hasAction(questionnaire, action)) return [];
  const sources = questionnaire.questions.filter(({ actions }) => actions.some((one) => one.action === action));
  const reached = sources.some((one) =>
    findProfile(questionnaire, [...displayed(questionnaire, one), met(when)], true),
  );
  if (reached) return [];
  const message = `« ${id} » s’adresse à des structures à qui « ${action} » n’est jamais proposée`;
  return [error(place, "service-never", message, "corrigez la condition, ou retirez cette action")];
}

function offersOf(parts: readonly TerritoryPart[]) {
  return parts.flatMap((part) =>
    LISTS.flatMap((list) => part.territory[list].map((offer: Offer, index: number) => ({ part, list, index, offer }))),
  );
}

function hasAction({ actions }: Questionnaire, id: string): boolean {
  return actions.some((action) => action.id === id);
}
