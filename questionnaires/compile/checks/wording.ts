/** Signs of a text that is hard to answer: only doubts, since words are judged by rules of thumb. */
import { type Finding, type Place, warning } from "../findings.ts";
import type { Check } from "./check.ts";
import { isFrench } from "./typography.ts";
import { textsOf } from "./walk-texts.ts";

/** Words in a sentence, at most. Source: plain-language guides (« Falc », design system de l’État). */
const LONGEST = 30;

const SENTENCE_END = /(?<=[.?!…])\s+/u;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu;

/** Doubts about a sentence of more than thirty words. */
export const checkSentenceLength: Check = ({ draft, locate }) =>
  textsOf(draft).flatMap(({ path, text }) => longSentences(text, locate(path)));

/** The doubts about the sentences of one text. */
export function longSentences(text: string, place: Place): readonly Finding[] {
  return text.split(SENTENCE_END).flatMap((sentence) => {
    const words = sentence.match(WORD) ?? [];
    if (words.length <= LONGEST) return [];
    const message = `une phrase de ${words.length} mots : « ${words.slice(0, 6).join(" ")}… »`;
    return [warning(place, "long-sentence", message, `coupez-la en phrases de ${LONGEST} mots au plus`)];
  });
}

/** « ne … pas … sans », « aucun … ne … pas »: two negations inside one clause. */
const DOUBLE_NEGATIVES: readonly RegExp[] = [
  /(?<!\p{L})(?:ne\s|n’)\S+.*?(?<!\p{L})(?:pas|jamais|plus|rien)(?!\p{L}).*(?<!\p{L})(?:sans|aucune?|nulle?|non)(?!\p{L})/iu,
  /(?<!\p{L})(?:aucune?|nulle?|sans)(?!\p{L}).*(?<!\p{L})(?:ne\s|n’)\S+.*?(?<!\p{L})pas(?!\p{L})/iu,
  /(?<!\p{L})(?:ne\s|n’)\S+.*?(?<!\p{L})pas\s(?:\p{L}+\s)?(?:impossible|inutile|interdit|absent|dépourvu)/iu,
];
const NEGATIVE_QUESTION = /(?<!\p{L})(?:ne\s|n’)\S+.*?(?<!\p{L})(?:pas|jamais|aucune?|rien)(?!\p{L})/iu;
const CLAUSE_END = /[,;:.?!…()«»]/u;
const SAYS_NO = /^Non(?!\p{L})/u;

/** Doubts about two negations in one clause, and about a negative question that « Non » answers. Knows French only. */
export const checkDoubleNegatives: Check = ({ draft, locate }) => {
  if (!isFrench(draft)) return [];
  const mend = "dites la même chose sans négation, ou avec une seule";
  return [
    ...textsOf(draft).flatMap(({ path, text }) => {
      const clause = text.split(CLAUSE_END).find((part) => DOUBLE_NEGATIVES.some((pattern) => pattern.test(part)));
      if (clause === undefined) return [];
      return [warning(locate(path), "double-negative", `double négation dans « ${clause.trim()} »`, mend)];
    }),
    ...draft.questions.flatMap(({ label, options }, index) => {
      if (!NEGATIVE_QUESTION.test(label) || !options.some((option) => SAYS_NO.test(option))) return [];
      const message = "question négative à laquelle on répond « Non » : on ne sait pas ce que « Non » veut dire";
      return [
        warning(locate(["questions", index, "label"]), "double-negative", message, "posez la question à l’affirmative"),
      ];
    }),
  ];
};

const INVERTED = /\p{L}-(?:t-)?(?:ils?|elles?|vous|on|ce)(?!\p{L})/gu;
const SECOND_QUESTION =
  /\s(?:et|ou)\s(?:(?:à|de|depuis|pour|par|avec)\s)?(?:qui|quand|comment|combien|où|pourquoi|quel(?:le)?s?)(?!\p{L})/iu;

/** Doubts about a question that asks two things: one answer cannot tell which. */
export const checkDoubleQuestions: Check = ({ draft, locate }) => {
  const asked = [
    ...draft.profile.map(({ label }, index) => ({ label, path: ["profile", index, "label"] })),
    ...draft.questions.map(({ label }, index) => ({ label, path: ["questions", index, "label"] })),
  ];
  return asked.flatMap(({ label, path }) => {
    const sign = signOfTwo(label);
    if (sign === null) return [];
    const message = `deux questions en une (${sign}) : « ${label} »`;
    return [warning(locate(path), "double-question", message, "posez deux questions, ou n’en gardez qu’une")];
  });
};

function signOfTwo(label: string): string | null {
  if ((label.match(/\?/gu) ?? []).length > 1) return "deux points d’interrogation";
  if (/(?<!\p{L})et\/ou(?!\p{L})/iu.test(label)) return "et/ou";
  if ((label.match(INVERTED) ?? []).length > 1 && /\s(?:et|ou)\s/u.test(label)) return "deux verbes interrogatifs";
  return SECOND_QUESTION.test(label) ? "deux mots interrogatifs" : null;
}
