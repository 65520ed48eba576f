/** What got worse between two results of the same establishment, in words: the heart of the law of monotony. */
import type { Result } from "../../questionnaires/schema/result.ts";

/** The first thing that is worse in `after`, or null: a domain, the raw or final score, the level, a new cap, a new alert. */
export function worsening(before: Result, after: Result): string | null {
  for (const [index, { id, interval }] of before.domains.entries()) {
    const low = after.domains[index]?.interval?.[0] ?? 0;
    if (low < (interval?.[0] ?? 0)) return `fait baisser le domaine « ${id} » de ${interval?.[0]} à ${low}`;
  }
  const figures: readonly (readonly [string, number | null, number | null])[] = [
    ["le score plancher", before.interval[0], after.interval[0]],
    ["le niveau plancher", before.levelInterval[0], after.levelInterval[0]],
    ["le score brut", before.rawScore, after.rawScore],
    ["le score final", before.score, after.score],
    ["le niveau", before.level, after.level],
  ];
  for (const [name, was, is] of figures) {
    if (was !== null && is !== null && is < was) return `fait baisser ${name} de ${was} à ${is}`;
  }
  const caps = new Set(before.caps.map(({ question }) => question));
  const cap = after.caps.find(({ question }) => !caps.has(question));
  if (cap) return `ajoute un plafond de ${cap.limit} à cause de « ${cap.question} »`;
  const alerts = new Set(before.alerts.map(({ question }) => question));
  const alert = after.alerts.find(({ question }) => !alerts.has(question));
  return alert ? `ajoute l’alerte « ${alert.label} »` : null;
}
