/** The two results as each version gives them, and what may be said of the difference. */
import type { Result } from "../../../questionnaires/schema/result.ts";
import type { OpenedCode } from "../../codes/open-code.ts";
import { formatScore } from "../../text/score.ts";
import type { Progress } from "../../tools/progress.ts";
import { rise } from "./rise.ts";
import { plural, say } from "./words.ts";

export function Headline({ progress }: { readonly progress: Progress }) {
  const { before, after, comparison, swapped } = progress;
  const { common, notCompared } = comparison;
  const { language } = after.own.adapted.model.questionnaire;
  const versions = [before, after].map(({ own }) => own.adapted.model.questionnaire.version);
  const same = versions[0] === versions[1];
  const everything = notCompared.before.length + notCompared.after.length === 0;
  return (
    <>
      {swapped && <p class="notice">{say("progress.swapped")}</p>}
      <ul class="headline">
        <li>
          <strong>{say("progress.before")}</strong> {sentence(comparison.before, before)}
        </li>
        <li>
          <strong>{say("progress.after")}</strong> {sentence(comparison.after, after)}
        </li>
      </ul>
      {!same && <p>{say("progress.versions", { before: versions[0] ?? "", after: versions[1] ?? "" })}</p>}
      {common.score === null ? (
        <p>{say("progress.nothing")}</p>
      ) : (
        <p class="notice">
          {plural(everything ? "progress.all" : "progress.common", common.questions.length)}{" "}
          {say("progress.score", {
            before: formatScore(common.score[0], language),
            after: formatScore(common.score[1], language),
            rise: rise(common.score, language),
          })}
        </p>
      )}
    </>
  );
}

/** « 59 sur 100, niveau 2, Essentiel », or how far it is known. */
function sentence(result: Result, { own }: OpenedCode): string {
  const { language } = own.adapted.model.questionnaire;
  const [low, high] = result.interval.map((bound) => formatScore(bound, language));
  if (result.score === null) {
    return say("progress.open", { open: result.remaining.length, low: low ?? "", high: high ?? "" });
  }
  const { version, level, levelName } = result;
  const score = formatScore(result.score, language);
  return say("progress.result", { version, score, level: level ?? 0, name: levelName ?? "" });
}
