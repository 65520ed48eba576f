/** The compiled profile: variables, and the categories that are the options of one of them. */
import type { Questionnaire, Variable } from "../schema/compiled.ts";
import type { Traced } from "./assemble.ts";
import type { Authored } from "./authored.ts";

/** Variables in file order; the one with `otherOption` gets the categories as options, then that one. */
export function assembleProfile(authored: Authored): readonly Traced<Variable>[] {
  const { source, data } = authored.profile;
  const categories = assembleCategories(authored).map(({ value }) => choice(value.code, value.label));
  return data.variables.map((variable, index) => {
    const { otherOption, defaultFrom, range, options, ...rest } = variable;
    const filled = otherOption ? [...categories, choice(otherOption.value, otherOption.label)] : options;
    const value = { ...rest, options: filled, range: range ?? null, defaultFrom: defaultFrom ?? null };
    return { value, origin: { source, path: ["variables", index] } };
  });
}

/**
 * Categories in file order; keys besides code and label are defaults. The key that they are listed under is one too: of
 * the first variable that takes its default from them.
 */
export function assembleCategories(authored: Authored): readonly Traced<Questionnaire["categories"][number]>[] {
  const { source, data } = authored.categories;
  const first = authored.profile.data.variables.find(({ defaultFrom }) => defaultFrom !== undefined)?.id;
  return Object.entries(data.categories).flatMap(([group, categories]) =>
    categories.map(({ code, label, ...defaults }, index) => ({
      value: { code, label, defaults: first === undefined ? defaults : { [first]: group, ...defaults } },
      origin: { source, path: ["categories", group, index] },
    })),
  );
}

function choice(value: string, label: string): Variable["options"][number] {
  return { value, label, exclusive: false };
}
