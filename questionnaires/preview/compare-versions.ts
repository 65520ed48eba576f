/** What changed from one version to the next, part by part and field by field. Pure; identity is the identifier. */
import type { Questionnaire } from "../schema/compiled.ts";
import {
  actionFields,
  derivedFields,
  domainFields,
  type Fields,
  questionFields,
  ruleFields,
  variableFields,
} from "./fields.ts";

export type FieldChange = { readonly field: string; readonly before: string; readonly after: string };
export type Named = { readonly id: string; readonly label: string };
export type Changed = Named & { readonly fields: readonly FieldChange[] };

/** The changes of one family of things. */
export type FamilyChanges = {
  readonly title: string;
  readonly added: readonly Named[];
  readonly removed: readonly Named[];
  readonly changed: readonly Changed[];
};

type Item = Named & { readonly fields: Fields };

/** The families that changed, questions first; none when both versions say the same. */
export function compareVersions(previous: Questionnaire, current: Questionnaire): readonly FamilyChanges[] {
  const before = new Map(families(previous));
  return families(current)
    .map(([title, items]) => compareFamily(title, before.get(title) ?? [], items))
    .filter(({ added, removed, changed }) => added.length + removed.length + changed.length > 0);
}

function families(questionnaire: Questionnaire): readonly (readonly [string, readonly Item[]])[] {
  const { questions, actions, domains, profile, derived, categories, regions, messages } = questionnaire;
  const rest = Object.entries(questionnaire).filter(([key]) => !SHOWN.has(key));
  return [
    ["Questions", questions.map((one) => ({ id: one.id, label: one.label, fields: questionFields(one) }))],
    ["Actions", actions.map((one) => ({ id: one.id, label: one.title, fields: actionFields(one) }))],
    ["Domaines", domains.map((one) => ({ id: one.id, label: one.label, fields: domainFields(one) }))],
    ["Profil", profile.map((one) => ({ id: one.id, label: one.label, fields: variableFields(one) }))],
    ["Variables calculées", derived.map((one) => ({ id: one.id, label: one.label, fields: derivedFields(one) }))],
    [
      "Catégories",
      categories.map(({ code, label, defaults }) => ({ id: code, label, fields: { Nom: label, ...defaults } })),
    ],
    [
      "Régions",
      regions.map(({ code, name, ...rest }) => ({ id: code, label: name, fields: { Nom: name, ...raw(rest) } })),
    ],
    ["Règles", [{ id: "regles", label: "Règles générales", fields: ruleFields(questionnaire) }]],
    ["Textes", Object.entries(messages).map(([id, text]) => ({ id, label: text, fields: { Texte: text } }))],
    ["Autres données", rest.map(([key, value]) => ({ id: key, label: key, fields: raw({ Contenu: value }) }))],
  ];
}

/** Parts with a family of their own, and what changes with every version. Whatever else there is, is compared as data. */
const SHOWN: ReadonlySet<string> = new Set([
  ...["questions", "actions", "domains", "profile", "derived", "categories", "regions", "messages"],
  ...["title", "displayLimit", "levels", "classes", "exposure", "warnings", "unknown"],
  ...["id", "version", "hash", "publishedOn"],
]);

function raw(values: Readonly<Record<string, unknown>>): Fields {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, JSON.stringify(value)]));
}

function compareFamily(title: string, before: readonly Item[], after: readonly Item[]): FamilyChanges {
  const old = new Map(before.map((item) => [item.id, item]));
  const kept = new Set(after.map(({ id }) => id));
  return {
    title,
    added: after.filter(({ id }) => !old.has(id)).map(named),
    removed: before.filter(({ id }) => !kept.has(id)).map(named),
    changed: after.flatMap((item) => {
      const fields = compareFields(old.get(item.id)?.fields ?? item.fields, item.fields);
      return fields.length > 0 ? [{ ...named(item), fields }] : [];
    }),
  };
}

function compareFields(before: Fields, after: Fields): readonly FieldChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((field) => ({ field, before: before[field] ?? "", after: after[field] ?? "" }))
    .filter((change) => change.before !== change.after);
}

function named({ id, label }: Item): Named {
  return { id, label };
}
