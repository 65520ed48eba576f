/**
 * The start of a questionnaire as short text, for the first file: 15 KB in all, so no word twice and no key for
 * nothing. Packed by the build, unpacked by the page.
 */
import { categoryVariable, type ProfileVariable, type Start } from "./start.ts";

/** Id, place of the group, label, name, help, a mark or the variable that pre-fills this one, then the options. */
type PackedVariable = readonly [string, number, string, string, string, string, ...string[]];

type Option = ProfileVariable["options"][number];

export interface PackedStart extends Pick<Start, "id" | "version" | "language" | "title" | "messages" | "groups"> {
  readonly variables: readonly PackedVariable[];
  /** The variables that a category pre-fills, in the order of each category's values. */
  readonly filled: readonly string[];
  /** `code value value … label`, `-` where the category says nothing. */
  readonly categories: readonly string[];
}

const NOTHING = "-";
/** Marks an exclusive option. */
const ALONE = "!";
const MULTIPLE = "*";
/** Marks the variable that holds the category: its first options are the categories, which are not said twice. */
const HOLDER = "#";

/** The first profile screen alone; none where it has an optional variable or a number to type. The others come later. */
export function pack(start: Start): PackedStart {
  const { id, version, language, title, messages, groups, profile } = start;
  const later = profile.filter(({ type, optional }) => optional || type === "integer").map(({ group }) => group);
  const kept = profile.filter(({ group }) => group === groups[0] && !later.includes(group));
  const filled = profile.filter(({ defaultFrom }) => defaultFrom !== null).map((variable) => variable.id);
  const codes = new Set(start.categories.map(({ code }) => code));
  const holder = categoryVariable(start);
  return {
    ...{ id, version, language, title, messages, groups, filled },
    variables: kept.map((variable) => [
      variable.id,
      groups.indexOf(variable.group),
      variable.label,
      variable.name,
      variable.help,
      variable.id === holder ? HOLDER : variable.type === "multiple" ? MULTIPLE : (variable.defaultFrom ?? ""),
      ...variable.options.filter(({ value }) => variable.id !== holder || !codes.has(value)).map(toText),
    ]),
    categories: start.categories.map(({ code, label, defaults }) =>
      [code, ...filled.map((variable) => defaults[variable] ?? NOTHING), label].join(" "),
    ),
  };
}

export function unpack({ variables, filled, categories: lines, ...rest }: PackedStart): Start {
  const categories = lines.map((line) => {
    const [code = "", ...words] = line.split(" ");
    const defaults: Record<string, string> = {};
    for (const variable of filled) {
      const value = words.shift();
      if (value && value !== NOTHING) defaults[variable] = value;
    }
    return { code, label: words.join(" "), defaults };
  });
  const asCategories = categories.map(({ code, label }) => ({ value: code, label, exclusive: false }));
  const profile = variables.map(([id, place, label, name, help, mark, ...options]): ProfileVariable => {
    const own = options.map(toOption);
    return {
      ...{ id, group: rest.groups[place] ?? "", label, name, help, optional: false, range: null },
      type: mark === MULTIPLE ? "multiple" : "single",
      defaultFrom: [MULTIPLE, HOLDER, ""].includes(mark) ? null : mark,
      options: mark === HOLDER ? [...asCategories, ...own] : own,
    };
  });
  return { ...rest, categories, profile };
}

/** An option as one text: `value label`, marked when it excludes the others. */
export function toText({ value, label, exclusive }: Option): string {
  return `${exclusive ? ALONE : ""}${value} ${label}`;
}

export function toOption(text: string): Option {
  const exclusive = text.startsWith(ALONE);
  const space = text.indexOf(" ");
  return { value: text.slice(exclusive ? 1 : 0, space), label: text.slice(space + 1), exclusive };
}
