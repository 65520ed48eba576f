/** The words around the content, in the language of a questionnaire; English where that language is not written yet. */
import type { Questionnaire } from "../schema/compiled.ts";
import en from "./texts.en.json" with { type: "json" };
import fr from "./texts.fr.json" with { type: "json" };

export type Texts = typeof fr;

const BY_LANGUAGE: Readonly<Record<string, Texts>> = { en, fr };

export function textsFor({ language }: Questionnaire): Texts {
  return BY_LANGUAGE[language] ?? en;
}

/** Puts values at their {places}. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, key: string) => String(values[key] ?? place));
}

/** Joins what there is to say, leaving out what is empty. */
export function joined(separator: string, ...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== "").join(separator);
}
