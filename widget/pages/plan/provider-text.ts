/**
 * What to ask whoever runs the IT, from the « je ne sais pas »: one text to send, and apart what only the structure itself knows.
 * The words say each question as one would write it: `provider.<question>` to the provider, `inside.<question>` at home.
 */
import type { Question } from "../../../questionnaires/schema/compiled.ts";
import type { Text } from "../../text/text.ts";
import type { Mail } from "./mail.ts";
import type { Opened } from "./opened.ts";

export interface Unknowns {
  /** Null when the provider has nothing to answer. */
  readonly provider: Mail | null;
  readonly inside: readonly string[];
}

export function unknowns({ adapted, answers }: Opened, t: Text): Unknowns {
  const asked = adapted.displayed.filter(({ id }) => answers.get(id) === "nsp");
  const inside = asked.filter(({ id }) => has(t, `inside.${id}`));
  const sent = asked.filter((question) => !inside.includes(question));
  return {
    provider: sent.length === 0 ? null : { subject: t("mail.subject"), body: bodyOf(sent, t) },
    inside: inside.map(({ id }) => t(`inside.${id}`)),
  };
}

const INDENT = "   ";

function bodyOf(questions: readonly Question[], t: Text): string {
  const requests = questions.map(({ id, label, options }, index) =>
    [
      t("mail.question", { number: index + 1, question: has(t, `provider.${id}`) ? t(`provider.${id}`) : label }),
      ...options.map((option, level) => INDENT + t("mail.option", { letter: String.fromCharCode(97 + level), option })),
    ].join("\n"),
  );
  const how = t(questions.length === 1 ? "mail.how.one" : "mail.how.other");
  return [t("mail.hello"), how, ...requests, t("mail.end"), t("mail.bye")].join("\n\n");
}

/** `createText` gives back the key of a sentence that is not there. */
function has(t: Text, key: string): boolean {
  return t(key) !== key;
}
