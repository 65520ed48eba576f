/** A profile found by the search, in the words of the author: « taille = moins_10, wifi = non ». */
import type { Witness } from "./find-profile.ts";

/** Number of variables shown: enough to recognise the profile. */
const SHOWN = 8;

/** The deciding values; an empty one means left out. */
export function describeWitness(witness: Witness): string {
  const parts = [...witness].map(([id, values]) => `${id} = ${values.length === 0 ? "(vide)" : values.join(" + ")}`);
  return parts.slice(0, SHOWN).join(", ") + (parts.length > SHOWN ? "…" : "");
}
