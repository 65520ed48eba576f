/** Every condition parts profiles in two: one that nobody meets is dead, one that everybody meets says nothing (law 7). */
import { error, type Finding, warning } from "../findings.ts";
import { displayed } from "../space/displayed.ts";
import { findProfile, met, unmet } from "../space/find-profile.ts";
import { conditionsOf } from "../space/walk-conditions.ts";
import type { Check } from "./check.ts";

/** Refuses a condition that no profile, or every profile, meets: the whole space is searched, not a sample. */
export const checkConditionsReach: Check = ({ draft, locate }) =>
  conditionsOf(draft).flatMap(({ path, condition, decides }): readonly Finding[] => {
    if (condition === true) return [];
    const place = locate(path);
    if (findProfile(draft, [met(condition)], !decides) === null) {
      return [
        error(
          place,
          "condition-never",
          "aucun profil ne remplit cette condition",
          "corrigez-la, ou retirez ce qu’elle garde",
        ),
      ];
    }
    if (findProfile(draft, [unmet(condition)], !decides) !== null) return [];
    const mend = "écrivez « toujours » si c’est voulu, ou corrigez-la";
    return [error(place, "condition-always", "tous les profils remplissent cette condition", mend)];
  });

const PARTS = { notApplicable: "le « non applicable »", cap: "le plafond", alert: "l’alerte" } as const;

/** Refuses a cap, an alert or a « not applicable » that cannot occur where its question is asked; doubts a useless condition. */
export const checkInnerConditions: Check = ({ draft, locate }) =>
  draft.questions.flatMap((question, index) => {
    const shown = displayed(draft, question);
    if (findProfile(draft, shown) === null) return [];
    return (["notApplicable", "cap", "alert"] as const).flatMap((key): readonly Finding[] => {
      const when = question[key]?.when ?? true;
      // Dead or useless by itself: already told by the check above.
      if (when === true || !findProfile(draft, [met(when)]) || !findProfile(draft, [unmet(when)])) return [];
      const place = locate(["questions", index, key, "when"]);
      if (findProfile(draft, [...shown, met(when)]) === null) {
        const message = `${PARTS[key]} de « ${question.id} » ne peut jamais se produire : sa condition contredit celle de la question`;
        return [error(place, "inner-condition-never", message, "corrigez l’une des deux conditions, ou retirez-le")];
      }
      if (findProfile(draft, [...shown, unmet(when)]) !== null) return [];
      const message = `cette condition est toujours vraie là où « ${question.id} » est posée`;
      return [warning(place, "inner-condition-always", message, "retirez cette clé when")];
    });
  });

/** Refuses a class that no exposure gives. */
export const checkClassesReach: Check = ({ draft, locate }) =>
  draft.classes.flatMap(({ id }, index) => {
    const below = draft.classes[index - 1]?.maxExposure ?? -1;
    const limit = draft.classes[index]?.maxExposure ?? Number.POSITIVE_INFINITY;
    if (findProfile(draft, [{ terms: draft.exposure, min: below + 1, max: limit }]) !== null) return [];
    const message = `aucun profil n’a une exposition de classe ${id}`;
    return [
      error(locate(["classes", index]), "class-never", message, "revoyez maxExposure ou les points d’exposition"),
    ];
  });
