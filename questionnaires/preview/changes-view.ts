/** What changed since the previous version, for a reviewer. */
import type { Questionnaire } from "../schema/compiled.ts";
import { type Changed, compareVersions, type FamilyChanges, type Named } from "./compare-versions.ts";
import { h, type View } from "./html.ts";

/** The families of changes; says so when nothing changed or when there is nothing to compare with. */
export function changesView(previousName: string | null, previous: Questionnaire | null, current: Questionnaire): View {
  const title = h(
    "h2",
    { id: "changes" },
    previousName === null ? "Changements" : `Changements depuis ${previousName}`,
  );
  return h("section", { "aria-labelledby": "changes" }, title, body(previousName, previous, current));
}

function body(previousName: string | null, previous: Questionnaire | null, current: Questionnaire): readonly View[] {
  if (previousName === null) return [h("p", null, "C’est la première version.")];
  if (previous === null) return [h("p", null, `${previousName} a des erreurs : rien à comparer.`)];
  const families = compareVersions(previous, current);
  return families.length === 0 ? [h("p", null, "Rien n’a changé.")] : families.map(family);
}

function family({ title, added, removed, changed }: FamilyChanges): View {
  return h(
    "div",
    null,
    h("h3", null, title),
    list("Ajouts", added),
    list("Retraits", removed),
    changed.length === 0 ? null : h("h4", null, `Modifications : ${changed.length}`),
    changed.length === 0 ? null : h("ul", null, changed.map(modified)),
  );
}

function list(title: string, items: readonly Named[]): View | null {
  if (items.length === 0) return null;
  const lines = items.map(({ id, label }) => h("li", null, h("code", null, id), ` ${label}`));
  return h("div", null, h("h4", null, `${title} : ${items.length}`), h("ul", null, lines));
}

function modified({ id, label, fields }: Changed): View {
  const rows = fields.flatMap(({ field, before, after }) => [
    h("dt", null, field),
    h("dd", null, "Avant : ", h("del", null, before || "(rien)")),
    h("dd", null, "Après : ", h("ins", null, after || "(rien)")),
  ]);
  return h("li", null, h("code", null, id), ` ${label}`, h("dl", null, rows));
}
