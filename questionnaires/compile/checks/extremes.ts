/** Tags that would always, or never, have an effect because of their threshold. */
import { MAX_LEVEL } from "../../schema/level.ts";
import { error } from "../findings.ts";
import type { Check } from "./check.ts";

/** Refuses a cap at or above the highest score: it lowers nothing. */
export const checkCapEffect: Check = ({ draft, locate }) => {
  const highest = Math.max(...draft.levels.map(({ from }) => from));
  return draft.questions.flatMap(({ id, cap }, index) => {
    if (!cap || cap.limit < BEST_SCORE) return [];
    const message = `le plafond de « ${id} » (${cap.limit}) n’abaisse aucun score`;
    const mend = `choisissez une limite sous ${BEST_SCORE}, d’ordinaire sous le seuil d’un niveau (${highest}, par exemple)`;
    return [error(locate(["questions", index, "cap"]), "cap-without-effect", message, mend)];
  });
};

/** The score of all-best answers (law 1). */
const BEST_SCORE = 100;

/** Refuses an alert that the best answer raises too. */
export const checkAlertThreshold: Check = ({ draft, locate }) =>
  draft.questions.flatMap(({ id, alert }, index) => {
    if (!alert || alert.atMost < MAX_LEVEL) return [];
    const message = `l’alerte de « ${id} » se produit quelle que soit la réponse`;
    const place = locate(["questions", index, "alert", "atMost"]);
    return [error(place, "alert-always", message, "abaissez atMost, d’ordinaire à 0 ou 1")];
  });
