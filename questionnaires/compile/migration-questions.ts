/** Every question of the old version has one fate, possible in the new one, and no question gets two answers. */
import type { Question, Questionnaire } from "../schema/compiled.ts";
import { error, type Finding } from "./findings.ts";
import type { MigrationContext } from "./migration.ts";
import type { AuthoredMigration } from "./migration-schema.ts";

type Entry = AuthoredMigration["questions"][string];

/** Refuses unknown questions, impossible fates, forgotten questions, and rewording that nobody vouched for. */
export function checkQuestionFates(context: MigrationContext): readonly Finding[] {
  const entries = Object.entries(context.data.questions);
  return [
    ...entries.flatMap(([id, entry]) => entryFindings(context, id, entry)),
    ...doubleTargets(context),
    ...context.from.questions.flatMap((question) => silentFindings(context, question)),
  ];
}

function entryFindings(context: MigrationContext, id: string, { fate, to }: Entry): readonly Finding[] {
  const { from, to: next, place } = context;
  const at = place(["questions", id]);
  if (!find(from, id)) {
    const message = `la question « ${id} » n’existe pas dans la version ${from.version}`;
    return [
      error(at, "migration-unknown", message, "corrigez son identifiant ; une question nouvelle n’a pas de sort"),
    ];
  }
  const stays = find(next, id) !== undefined;
  const mapped = fate === "mapped";
  const faults = [
    (fate === "kept" || fate === "re-ask") && !stays && `« ${id} » n’existe plus dans la version ${next.version}`,
    fate === "dropped" && stays && `« ${id} » existe encore dans la version ${next.version}`,
    mapped && Object.keys(to).length === 0 && `« ${id} » n’est reportée nulle part`,
    !mapped && Object.keys(to).length > 0 && `« ${id} » a un report, mais son sort est ${fate}`,
  ].filter((fault) => fault !== false);
  const mend = "choisissez kept ou re-ask (elle reste), dropped (elle part), mapped avec to (elle change)";
  return [
    ...faults.map((fault) => error(at, "migration-fate", fault, mend)),
    ...Object.entries(to).flatMap(([target, images]) => imageFindings(context, id, target, Object.values(images))),
  ];
}

function imageFindings(context: MigrationContext, id: string, target: string, images: readonly unknown[]) {
  const at = context.place(["questions", id, "to", target]);
  const question = find(context.to, target);
  if (!question) {
    const message = `la question « ${target} » n’existe pas dans la version ${context.to.version}`;
    return [error(at, "migration-unknown", message, "corrigez son identifiant")];
  }
  const faults = [
    images.includes("nsp") && !question.unknownAllowed && `« ${target} » n’offre pas « je ne sais pas »`,
    images.includes("na") && question.notApplicable === null && `« ${target} » n’offre pas « non applicable »`,
  ].filter((fault) => fault !== false);
  return faults.map((fault) => error(at, "migration-fate", fault, "retirez cette image : la question sera reposée"));
}

/** A target written twice, or one that also keeps its own answer. */
function doubleTargets({ data, from, to, place }: MigrationContext): readonly Finding[] {
  const kept = from.questions.filter(({ id }) => find(to, id) && data.questions[id]?.fate !== "mapped");
  const taken = new Set(kept.map(({ id }) => id));
  return Object.entries(data.questions).flatMap(([id, entry]) =>
    Object.keys(entry.to).flatMap((target) => {
      const twice = taken.has(target);
      taken.add(target);
      if (!twice) return [];
      const message = `« ${target} » recevrait la réponse de deux anciennes questions`;
      const mend = "gardez une seule origine, ou laissez-la reposer";
      return [error(place(["questions", id, "to", target]), "migration-twice", message, mend)];
    }),
  );
}

/** A question that the file does not name is kept: it must still be there, in the same words. */
function silentFindings({ data, to, place }: MigrationContext, before: Question): readonly Finding[] {
  if (Object.hasOwn(data.questions, before.id)) return [];
  const after = find(to, before.id);
  const at = place(["questions"]);
  if (!after) {
    const message = `la question « ${before.id} » a disparu, sans sort`;
    return [error(at, "migration-forgotten", message, "ajoutez-la avec dropped ou mapped")];
  }
  if (words(after) === words(before)) return [];
  const message = `« ${before.id} » a changé de mots et garderait sa réponse sans qu’on l’ait dit`;
  const mend = "ajoutez-la : kept si le sens est le même, sinon re-ask ou mapped, avec la raison";
  return [error(at, "migration-reworded", message, mend)];
}

function words({ label, options, notApplicable }: Question): string {
  return JSON.stringify([label, options, notApplicable?.label]);
}

function find({ questions }: Questionnaire, id: string): Question | undefined {
  return questions.find((question) => question.id === id);
}
