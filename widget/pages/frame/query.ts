/** The address of the frame and the attributes of the element: the same choices, written in two ways. Pure. */

/** The attributes that an address may set. */
const ATTRIBUTES = ["territory", "campaign", "questionnaire", "theme", "heading-level", "mode"] as const;

/** The public custom properties, without `--cd-` (docs/embedding.md). */
export const PROPERTIES = [
  "accent",
  "strong",
  "ink",
  "muted",
  "page",
  "soft",
  "line",
  "control",
  "error",
  "radius",
  "offset",
  "font",
] as const;

/** A colour, a length, a list of fonts; nothing that would fetch or compute. */
const VALUE = /^[\w#%., "'()-]{1,120}$/;
const FUNCTION = /\b(?!rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)[a-z-]+\(/i;

type Pairs = readonly (readonly [string, string])[];

/** What the query of the frame asks of the element; what is unknown or suspect is left out. */
export function attributesOf(query: URLSearchParams): { readonly attributes: Pairs; readonly properties: Pairs } {
  const given = (names: readonly string[]) =>
    names.flatMap((name) => {
      const value = query.get(name);
      return value === null || !VALUE.test(value) || FUNCTION.test(value) ? [] : [[name, value] as const];
    });
  return {
    attributes: given(ATTRIBUTES),
    properties: given(PROPERTIES).map(([name, value]) => [`--cd-${name}`, value] as const),
  };
}
