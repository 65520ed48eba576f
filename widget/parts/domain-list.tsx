/** Each domain with its score, its bar with the target, and a word: never a colour alone. */
import { type Context, domainLabel } from "../journey/context.ts";
import { formatScore } from "../text/score.ts";

export function DomainList(context: Context) {
  const { ui, model, seen } = context;
  const { language } = model.questionnaire;
  return (
    <ul class="domains">
      {seen.result.domains.map(({ id, score, target, unknown }) => (
        <li key={id}>
          <p class="row">
            <span>{domainLabel(context, id)}</span>
            <strong>
              {score === null ? ui.t("domain.none") : formatScore(score, language, limits(score, target))}
            </strong>
          </p>
          {score !== null && (
            <div class="track" aria-hidden="true">
              <div style={{ width: `${score}%` }} />
              <i style={{ left: `${target ?? 0}%` }} />
            </div>
          )}
          <p class="muted">
            {score !== null && ui.t(`domain.${word(score, target)}`, { target: formatScore(target ?? 0, language) })}
            {unknown > 0 && ui.t("domain.unknown", { unknown })}
          </p>
        </li>
      ))}
    </ul>
  );
}

function limits(score: number, target: number | null): readonly number[] {
  return target !== null && score < target ? [target] : [];
}

/** Points below its target within which a domain is called close to it. */
const CLOSE = 10;

export function word(score: number, target: number | null): "reached" | "close" | "far" {
  if (target === null || score >= target) return "reached";
  return score >= target - CLOSE ? "close" : "far";
}
