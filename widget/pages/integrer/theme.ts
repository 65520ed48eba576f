/** The colours that a territory proposes: put into the form, where they can be seen, judged and changed. Pure. */
import type { Territory } from "../../../questionnaires/schema/territory.ts";
import { COLOURS } from "./settings.ts";

/** Name of the colour → `#rrggbb`. */
export type Colours = Readonly<Record<string, string>>;

/** The theme of a territory in the words of the form: what the form has no field for is left out. */
export function coloursOf(theme: Territory["theme"]): Colours {
  return Object.fromEntries(
    COLOURS.flatMap((name) => {
      const colour = theme?.[`--cd-${name}`];
      return colour === undefined ? [] : [[name, inFull(colour)]];
    }),
  );
}

/** Proposed colours take the place of empty ones and of those proposed before; what was typed stays. */
export function propose(typed: Colours, before: Colours, now: Colours): Colours {
  const own = Object.entries(typed).filter(([name, colour]) => colour.trim() !== "" && colour !== before[name]);
  return { ...now, ...Object.fromEntries(own) };
}

/** `#abc` is `#aabbcc`: fields of colours know the long form only. */
function inFull(colour: string): string {
  const long = colour.length === 4 ? colour.replace(/[^#]/g, "$&$&") : colour;
  return long.toLowerCase();
}
