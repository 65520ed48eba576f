/** The headline of the result: level in words, score in figures, what it means, and whether the threshold is reached. */
import { answerText, type Context, labelOf } from "../journey/context.ts";
import { formatRate, formatScore, nextBand } from "../text/score.ts";
import { Scale } from "./scale.tsx";
import { Why } from "./why.tsx";

export function Verdict(context: Context) {
  const { ui, model, seen } = context;
  const { t } = ui;
  const { result } = seen;
  const { language, levels } = model.questionnaire;
  const score = result.score ?? 0;
  const level = levels.find((band) => band.level === result.level);
  const below = [...nextBand(levels, result.level ?? 0), ...(result.reached ? [] : [result.expected])];
  return (
    <section class="card verdict">
      <div class="headline">
        <p class="figure">
          <span class="score">{formatScore(score, language, below)}</span>{" "}
          <span class="outof">{t("result.outof")}</span>
        </p>
        <div>
          <p class="level">
            <span class="kicker">{t("result.level", { level: result.level ?? 0 })}</span>
            <strong>{result.levelName}</strong>
          </p>
          <p>{level?.meaning}</p>
        </div>
      </div>
      <Scale context={context} from={score} to={score} />
      <p class={result.reached ? "outcome good" : "outcome"}>
        {t(result.reached ? "result.reached" : "result.not-reached", { expected: result.expected })}
      </p>
      <Capped {...context} />
      <Doubt {...context} />
      <Why {...context} />
    </section>
  );
}

/** The raw score, and the questions that hold the score down, in words (law 9). */
export function Capped(context: Context) {
  const { ui, model, seen } = context;
  const { cap, rawScore } = seen.result;
  if (!cap) return null;
  const raw = formatScore(rawScore ?? 0, model.questionnaire.language);
  const unknown = cap.questions.every((id) => seen.answers.get(id) === "nsp");
  const kind = unknown ? "unknown" : cap.questions.length > 1 ? "many" : "one";
  return (
    <div class="capped">
      <p>
        <strong>
          {ui.t(cap.binding ? `capped.binding.${kind}` : `capped.idle.${kind}`, { limit: cap.limit, raw })}
        </strong>
      </p>
      <ul>
        {cap.questions.map((id) => (
          <Reason key={id} context={context} id={id} />
        ))}
      </ul>
      {cap.binding && <p>{ui.t("capped.after", { raw })}</p>}
    </div>
  );
}

/** A question and what was answered: the reason of a cap or of an action. */
export function Reason({ context, id }: { context: Context; id: string }) {
  const answer = answerText(context, id);
  const said = context.seen.deduced.has(id) ? answer : context.ui.t("answer.said", { answer });
  return (
    <li>
      {labelOf(context, id)} <span class="said">{said}</span>
    </li>
  );
}

/** What « je ne sais pas » leaves open; nothing to say when everything is known. */
function Doubt({ ui, model, seen }: Context) {
  const { result } = seen;
  if (result.unknown === 0) return null;
  const { language } = model.questionnaire;
  const [low, high] = result.interval;
  const { unknown, counted } = result;
  const confidence = formatRate(result.confidence, language);
  return (
    <div class={result.provisional ? "outcome" : "doubt"}>
      {result.provisional && <p>{ui.t("result.provisional")}</p>}
      <p>{ui.t("result.unknown", { unknown, counted, confidence })}</p>
      {low < high && (
        <p>{ui.t("result.interval", { low: formatScore(low, language), high: formatScore(high, language) })}</p>
      )}
    </div>
  );
}
