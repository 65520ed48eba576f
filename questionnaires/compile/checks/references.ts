/** What one part of the content says of another exists: domains, questions, actions, variables, categories' defaults. */
import type { Draft } from "../assemble.ts";
import type { Code } from "../codes.ts";
import { error, type Finding } from "../findings.ts";
import type { Path } from "../source.ts";
import type { Check } from "./check.ts";

/** Refuses a name that nothing bears. */
export const checkReferences: Check = ({ draft, locate }) => {
  const domains = draft.domains.map((one) => one.id);
  const questions = draft.questions.map((one) => one.id);
  const actions = draft.actions.map((one) => one.id);
  const variables = draft.profile.map((one) => one.id);

  function among(known: readonly string[], code: Code, kind: string, path: Path, name: string): readonly Finding[] {
    if (known.includes(name)) return [];
    return [error(locate(path), code, `${kind} « ${name} » n’existe pas`, "corrigez l’identifiant ou créez-le")];
  }
  const domain = (path: Path, name: string) => among(domains, "unknown-domain", "le domaine", path, name);
  const action = (path: Path, name: string) => among(actions, "unknown-action", "l’action", path, name);

  return [
    ...draft.questions.flatMap((question, index) => [
      ...domain(["questions", index], question.domain),
      ...question.actions.flatMap((one, at) => action(["questions", index, "actions", at, "action"], one.action)),
      ...(question.impliedBy
        ? among(
            questions,
            "unknown-question",
            "la question",
            ["questions", index, "impliedBy"],
            question.impliedBy.question,
          )
        : []),
    ]),
    ...draft.actions.flatMap((one, index) => [
      ...domain(["actions", index, "domain"], one.domain),
      ...one.requires.flatMap((name, at) => action(["actions", index, "requires", at], name)),
    ]),
    ...action(["unknown", "action"], draft.unknown.action),
    ...draft.profile.flatMap(({ defaultFrom }, index) =>
      defaultFrom
        ? among(variables, "unknown-variable", "la variable", ["profile", index, "defaultFrom"], defaultFrom)
        : [],
    ),
  ];
};

/** Refuses a category's default that is not a value of a variable that takes its default from the category. */
export const checkCategoryDefaults: Check = ({ draft, locate }) =>
  draft.categories.flatMap((category, index) =>
    Object.entries(category.defaults).flatMap(([id, value]) => {
      const variable = draft.profile.find((one) => one.id === id && one.defaultFrom !== null);
      const place = locate(["categories", index, id]);
      if (!variable) {
        const message = `« ${id} » ne tient pas sa valeur par défaut de la catégorie`;
        return [error(place, "category-default", message, "retirez cette clé ou ajoutez defaultFrom à la variable")];
      }
      if (variable.options.some((option) => option.value === value)) return [];
      const message = `catégorie ${category.code} : « ${value} » n’est pas une valeur de « ${id} »`;
      const known = variable.options.map((option) => option.value).join(", ");
      return [error(place, "category-default", message, `choisissez parmi ${known}, ou retirez la clé`)];
    }),
  );

/** Refuses a department that no region holds, or that two hold, or that nobody can choose. */
export const checkDepartments: Check = ({ draft, locate }) => {
  const at = departmentVariable(draft);
  const choices = draft.profile[at]?.options.map((option) => option.value) ?? [];
  const placed = draft.regions.flatMap((region, index) =>
    region.departments.map((code, position) => ({ code, path: ["regions", index, "departments", position] })),
  );
  const codes = placed.map(({ code }) => code);
  return [
    ...placed
      .filter(({ code }, index) => !choices.includes(code) || codes.indexOf(code) < index)
      .map(({ code, path }) => {
        const message = `le département ${code} est inconnu du profil, ou déjà dans une région`;
        return error(locate(path), "department", message, "corrigez le code, ou ajoutez-le aux choix du profil");
      }),
    ...choices.flatMap((code, index) => {
      if (codes.includes(code)) return [];
      const message = `le département ${code} n’est dans aucune région`;
      return [error(locate(["profile", at, "options", index]), "department", message, "ajoutez-le dans regions.yaml")];
    }),
  ];
};

/** The place of the variable whose choices are departments: of all, it offers most of those that the regions hold. */
function departmentVariable({ profile, regions }: Draft): number {
  const held = new Set(regions.flatMap(({ departments }) => departments));
  const shared = profile.map(({ options }) => options.filter(({ value }) => held.has(value)).length);
  const most = Math.max(0, ...shared);
  return most === 0 ? -1 : shared.indexOf(most);
}
