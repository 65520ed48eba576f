/** French typography of every French text that a director reads: one rule, U+00A0 everywhere. */
import { error } from "../findings.ts";
import type { Check } from "./check.ts";
import { textsOf } from "./walk-texts.ts";

type Rule = {
  readonly fault: RegExp;
  readonly message: string;
  readonly mend: string;
  /** Messages may be pieces that join others (« ou »), so their edges are free. */
  readonly sparesMessages?: boolean;
};

const MEND_SPACE = "mettez l’espace insécable U+00A0";

const RULES: readonly Rule[] = [
  { fault: /['`´]/u, message: "apostrophe droite", mend: "écrivez ’ (U+2019)" },
  { fault: /"/u, message: "guillemets droits", mend: "écrivez « … »" },
  { fault: /\.\.\./u, message: "trois points séparés", mend: "écrivez … (U+2026)" },
  { fault: /[\u202f\u2009]/u, message: "espace fine", mend: MEND_SPACE },
  // Ratios and times (3:1, 10:30) keep their colon close.
  {
    fault: /(?<!\u00a0)[;?!»%€]|(?<!\u00a0)(?<!\d(?=:\d)):/u,
    message: "signe double sans espace insécable",
    mend: MEND_SPACE,
  },
  { fault: /«(?!\u00a0)/u, message: "« sans espace insécable", mend: MEND_SPACE },
  { fault: /[^\S\u00a0]{2}/u, message: "deux espaces à la suite", mend: "gardez-en une" },
  { fault: /^\s|\s$/u, message: "espace au bord du texte", mend: "retirez-la", sparesMessages: true },
];

/** Addresses are not sentences. */
const ADDRESS = /https?:\/\/\S+/gu;

/** Whether a questionnaire is written in French, of whatever country. */
export function isFrench({ language }: { readonly language: string }): boolean {
  return /^fr\b/.test(language);
}

/** What breaks a rule in a French text, one by rule: what it is, where, how to mend it. `spared`: its edges are free. */
export function typographyFaults(text: string, spared = false): readonly (readonly [what: string, mend: string])[] {
  const words = text.replace(ADDRESS, "URL");
  return RULES.flatMap(({ fault, message, mend, sparesMessages }) => {
    const found = sparesMessages && spared ? null : fault.exec(words);
    if (!found) return [];
    const excerpt = words.slice(Math.max(0, found.index - 20), found.index + 10).trim();
    return [[`${message} dans « ${excerpt} »`, mend] as const];
  });
}

/** Refuses a text that breaks a rule; one finding per text and rule. Other languages have other rules. */
export const checkTypography: Check = ({ draft, locate }) => {
  if (!isFrench(draft)) return [];
  return textsOf(draft).flatMap(({ path, text }) =>
    typographyFaults(text, path[0] === "messages").map(([what, mend]) => error(locate(path), "typography", what, mend)),
  );
};
