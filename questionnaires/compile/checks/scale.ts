/** The scales are complete: weights, levels, classes. */
import { error } from "../findings.ts";
import type { Check } from "./check.ts";

/** Total of the weights of the domains: a weight reads as a percentage. Source: blueprint §4. */
const TOTAL_WEIGHT = 100;

/** Refuses weights whose sum is not 100. */
export const checkWeights: Check = ({ draft, locate }) => {
  const total = draft.domains.reduce((sum, domain) => sum + domain.weight, 0);
  if (total === TOTAL_WEIGHT) return [];
  const message = `les poids des domaines totalisent ${total}`;
  return [error(locate(["domains"]), "weights-total", message, `répartissez exactement ${TOTAL_WEIGHT} points`)];
};

/** Refuses levels that do not begin at 0, or do not rise one by one with a higher threshold each. */
export const checkLevels: Check = ({ draft, locate }) => {
  const rising = draft.levels.flatMap((one, index) => {
    const previous = draft.levels[index - 1];
    const rises = previous === undefined ? one.from === 0 : one.from > previous.from;
    if (one.level === index && rises) return [];
    const message = `le niveau « ${one.name} » n’est pas à sa place (numéro ${one.level}, à partir de ${one.from})`;
    const mend = "numérotez de 0 en 0, 1, 2… ; le premier part de 0 et chaque seuil dépasse le précédent";
    return [error(locate(["levels", index]), "levels-order", message, mend)];
  });
  if (draft.levels.length > 0) return rising;
  return [error(locate(["levels"]), "levels-order", "il n’y a aucun niveau", "décrivez au moins le niveau 0")];
};

/** Refuses classes that leave an exposure without a class: limits rise and only the last one has none. */
export const checkClasses: Check = ({ draft, locate }) => {
  if (draft.classes.length === 0) {
    return [error(locate(["classes"]), "classes-order", "il n’y a aucune classe", "ajoutez une classe sans limite")];
  }
  return draft.classes.flatMap((one, index) => {
    const place = locate(["classes", index, "maxExposure"]);
    const last = index === draft.classes.length - 1;
    if (last !== (one.maxExposure === null)) {
      const message = last ? `la dernière classe (${one.id}) a une limite` : `la classe ${one.id} n’a pas de limite`;
      return [error(place, "classes-order", message, "écrivez maxExposure: null pour la dernière classe seulement")];
    }
    const previous = draft.classes[index - 1]?.maxExposure ?? null;
    if (previous === null || one.maxExposure === null || one.maxExposure > previous) return [];
    const message = `la classe ${one.id} ne dépasse pas la précédente`;
    return [error(place, "classes-order", message, "rangez les classes de la moins à la plus exposée")];
  });
};
