/** Why a database cannot be worked on, in a French sentence. */
import { fill } from "../../questionnaires/interop/texts.ts";
import texts from "./texts.fr.json" with { type: "json" };

export type Outcome<T> = { readonly ok: true; readonly value: T } | Refused;

export interface Refused {
  readonly ok: false;
  readonly sentence: string;
}

/** The refusal of this reason. */
export function refuse(reason: keyof typeof texts, values: Readonly<Record<string, string>> = {}): Refused {
  return { ok: false, sentence: fill(texts[reason], values) };
}
