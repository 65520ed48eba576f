/** The method of a release, in French: data (method.fr.json) whose figures are those of the constants that made the release. */
import { SHARE_STEP } from "../disclosure/rounding.ts";
import { HIGH_BAND, LOW_BAND, ROUNDING } from "../disclosure/thresholds.ts";
import { MEAN_STEP } from "../figures.ts";
import { BIN_POINTS } from "../measures.ts";
import type { Origin } from "./flat.ts";
import { FORMAT } from "./format.ts";
import texts from "./method.fr.json" with { type: "json" };

export interface Section {
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

/** Under which licence, and from whom, the figures are given: as Frictionless writes it. */
export const LICENCE = texts.licence;
export const SOURCE = texts.source;
export const METHOD_TITLE = texts.title;

/** The sections, with the numbers of this release. */
export function method(origin: Origin & { readonly questionnaire: string }): readonly Section[] {
  const values: Readonly<Record<string, string | number>> = {
    ...{ number: origin.number, questionnaire: origin.questionnaire, minimum: origin.minimum },
    date: frenchDate(origin.builtOn),
    ...{ rounding: ROUNDING, share: SHARE_STEP, low: LOW_BAND, high: HIGH_BAND, bin: BIN_POINTS },
    mean: String(MEAN_STEP).replace(".", ","),
    ...{ licence: LICENCE.title, licenceUrl: LICENCE.path, source: SOURCE, format: FORMAT },
  };
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`The method does not know ${name}.`); // a test fills every text
      return String(value);
    });
  return texts.sections.map(({ heading, paragraphs }) => ({
    heading: fill(heading),
    paragraphs: paragraphs.map(fill),
  }));
}

/** As a Markdown page. */
export function methodMarkdown(origin: Origin & { readonly questionnaire: string }): string {
  const sections = method(origin).map(({ heading, paragraphs }) => [`## ${heading}`, ...paragraphs].join("\n\n"));
  return `${[`# ${METHOD_TITLE}`, ...sections].join("\n\n")}\n`;
}

/** `2026-12-01` → `01/12/2026`. */
export function frenchDate(iso: string): string {
  return iso.split("-").reverse().join("/");
}
