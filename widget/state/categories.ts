/** The categories in groups: by the first variable that they pre-fill, in the order of its options. */
import type { ProfileVariable, Start } from "./start.ts";

type Options = ProfileVariable["options"];

interface Grouped {
  readonly groups: readonly { readonly label: string; readonly options: Options }[];
  /** Choices that are no category, and categories that pre-fill nothing. */
  readonly others: Options;
}

export function groupCategories(start: Start, options: Options): Grouped {
  const grouping = start.profile.find(({ defaultFrom }) => defaultFrom !== null);
  if (!grouping) return { groups: [], others: options };
  const groupOf = new Map(start.categories.map(({ code, defaults }) => [code, defaults[grouping.id]]));
  const groups = grouping.options
    .map(({ value, label }) => ({
      label,
      options: options.filter((option) => groupOf.get(option.value) === value),
    }))
    .filter((group) => group.options.length > 0);
  return { groups, others: options.filter(({ value }) => !groupOf.get(value)) };
}
