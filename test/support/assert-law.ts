/**
 * Tries a law on random cases and, when one breaks it, fails with the smallest case found, told in words: what was changed
 * and what went wrong, the profile, and the answers. The words are French, for whoever edits the questionnaire.
 */
import fc from "fast-check";
import type { AdaptedQuestionnaire, Answer, Answers } from "../../questionnaires/engine/engine.ts";
import type { Case } from "./generators.ts";
import { runs } from "./runs.ts";

/** Null when the law holds, else a sentence: « passer de 1 à 2 à « sauv-test » fait baisser le score de 60 à 59 ». */
export type Law<T> = (one: T) => string | null;

/** Fails with the smallest counter-example in words, and with what replays it. */
export function assertLaw<T extends { readonly questionnaire: AdaptedQuestionnaire; readonly answers?: Answers }>(
  cases: fc.Arbitrary<T>,
  law: Law<T>,
  count: number,
): void {
  const details = fc.check(
    fc.property(cases, (one) => law(one) === null),
    runs(count),
  );
  const found = details.counterexample?.[0];
  if (!details.failed || !found) return;
  const profile = Object.entries(found.questionnaire.profile.values).map(([id, value]) => `${id}=${String(value)}`);
  const answers = [...(found.answers ?? [])].map(([id, answer]) => `${id}=${answer}`);
  throw new Error(
    [
      law(found) ?? "la loi ne tient que parfois : le calcul n’est pas reproductible",
      `Profil : ${profile.join(" ; ")}`,
      `Réponses : ${answers.join(" ; ")}`,
      `Pour rejouer : seed ${details.seed}, path ${details.counterexamplePath}`,
    ].join("\n"),
  );
}

/** A change of one answer, in words. */
export function change(id: string, from: Answer | undefined, to: Answer): string {
  const said = (answer: Answer | undefined) => (answer === undefined ? "sans réponse" : String(answer));
  return `passer de ${said(from)} à ${said(to)} à « ${id} »`;
}

/** One of the case's displayed questions that `fits`, chosen by a random number. */
export function pickQuestion({ questionnaire }: Case, pick: number, fits: (id: string) => boolean): string | undefined {
  const ids = questionnaire.displayed.map(({ id }) => id).filter(fits);
  return ids[pick % Math.max(1, ids.length)];
}
