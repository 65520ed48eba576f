/** The answers that changed, question by question, each in the words of its own version. */
import { answerWords, questionWords } from "../../tools/answer-words.ts";
import type { Progress } from "../../tools/progress.ts";
import { plural, say } from "./words.ts";

export function Changes({ progress: { comparison, before, after } }: { readonly progress: Progress }) {
  const { changes } = comparison;
  if (changes.length === 0) return <p>{say("changes.none")}</p>;
  const older = before.own.adapted.model;
  const newer = after.own.adapted.model;
  return (
    <details>
      <summary>{plural("changes", changes.length)}</summary>
      <ul class="changes">
        {changes.map(({ id, before: then, after: now, direction }) => (
          <li key={id}>
            <strong>{questionWords(newer, id)}</strong> <span class={direction}>{say(`changes.${direction}`)}</span>
            <dl>
              <dt>{say("domains.before")}</dt>
              <dd>{answerWords(older, id, then, say)}</dd>
              <dt>{say("domains.after")}</dt>
              <dd>{answerWords(newer, id, now, say)}</dd>
            </dl>
          </li>
        ))}
      </ul>
    </details>
  );
}
