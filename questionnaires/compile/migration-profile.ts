/** Every profile variable and value of the old version has a place in the new one, or a fate. */
import type { Questionnaire, Variable } from "../schema/compiled.ts";
import { error, type Finding } from "./findings.ts";
import type { MigrationContext } from "./migration.ts";
import type { AuthoredMigration } from "./migration-schema.ts";

type Entry = AuthoredMigration["profile"][string];

/** Refuses unknown variables and values, impossible fates, and what is gone without a word. */
export function checkProfileFates(context: MigrationContext): readonly Finding[] {
  return [
    ...Object.entries(context.data.profile).flatMap(([id, entry]) => entryFindings(context, id, entry)),
    ...context.from.profile.flatMap((variable) => lostFindings(context, variable)),
  ];
}

function entryFindings({ from, to, place }: MigrationContext, id: string, { fate, values }: Entry): readonly Finding[] {
  const at = place(["profile", id]);
  const before = find(from, id);
  const after = find(to, id);
  if (!before) {
    const message = `la variable « ${id} » n’existe pas dans la version ${from.version}`;
    return [error(at, "migration-unknown", message, "corrigez son nom ; une variable nouvelle n’a pas de sort")];
  }
  if ((fate === "dropped") === (after !== undefined)) {
    const message = after ? `« ${id} » existe encore` : `« ${id} » n’existe plus`;
    return [error(at, "migration-fate", message, "écrivez dropped si elle part, re-ask ou mapped si elle reste")];
  }
  const unknown = Object.entries(values).filter(([old, image]) => !has(before, old) || !has(after, image));
  return unknown.map(([old, image]) => {
    const message = `« ${old} » → « ${image} » : l’une des deux n’est pas une valeur de « ${id} »`;
    return error(place(["profile", id, "values", old]), "migration-unknown", message, "corrigez la valeur");
  });
}

function lostFindings({ data, to, place }: MigrationContext, before: Variable): readonly Finding[] {
  const entry = data.profile[before.id];
  const after = find(to, before.id);
  const at = place(["profile", before.id]);
  if (entry && entry.fate !== "mapped") return [];
  if (!after || after.type !== before.type) {
    const message = `la variable « ${before.id} » a disparu ou changé de type, sans sort`;
    return [error(at, "migration-forgotten", message, "ajoutez-la sous profile, avec dropped ou re-ask")];
  }
  const lost = before.options.filter(({ value }) => !has(after, value) && entry?.values[value] === undefined);
  return lost.map(({ value }) => {
    const message = `la valeur « ${value} » de « ${before.id} » a disparu, sans sort`;
    return error(
      at,
      "migration-forgotten",
      message,
      "donnez-lui une image sous values, ou posez de nouveau la variable",
    );
  });
}

function find({ profile }: Questionnaire, id: string): Variable | undefined {
  return profile.find((variable) => variable.id === id);
}

function has(variable: Variable | undefined, value: string): boolean {
  return variable?.options.some((option) => option.value === value) ?? false;
}
