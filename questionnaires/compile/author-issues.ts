/** Turns a schema issue of an author's file into a finding in French, on the right line. */
import type * as v from "valibot";
import { error, type Finding } from "./findings.ts";
import type { Path, Source } from "./source.ts";

const EXPECTED: ReadonlyMap<string, string> = new Map([
  ["string", "un texte (entre guillemets)"],
  ["number", "un nombre"],
  ["boolean", "true ou false"],
  ["Array", "une liste"],
  ["Object", "un groupe de clés"],
]);

/** The finding for one issue reported by valibot about `source`. */
export function authorIssue(source: Source, issue: v.BaseIssue<unknown>): Finding {
  const path: Path = (issue.path ?? []).map((item) => (typeof item.key === "number" ? item.key : String(item.key)));
  const place = { file: source.file, line: source.lineOf(path) };
  const key = path.at(-1) ?? "ce fichier";
  if (issue.kind === "schema" && issue.expected === "never") {
    return error(place, "unknown-key", `la clé « ${key} » n’existe pas ici`, "retirez-la ou corrigez son orthographe");
  }
  if (issue.kind === "schema" && issue.received === "undefined") {
    return error(place, "missing-key", `la clé « ${key} » manque`, "ajoutez-la");
  }
  if (issue.kind === "schema") {
    const wanted = EXPECTED.get(issue.expected ?? "") ?? issue.expected ?? "une autre valeur";
    return error(place, "wrong-type", `« ${key} » vaut ${issue.received}`, `écrivez ${wanted}`);
  }
  return error(place, "wrong-value", `« ${key} » a une valeur refusée (${issue.received})`, mendValue(issue));
}

function mendValue(issue: v.BaseIssue<unknown>): string {
  switch (issue.type) {
    case "length":
      return `écrivez exactement ${issue.expected} éléments`;
    case "min_length":
      return "ne laissez pas ce champ vide";
    case "min_value":
    case "max_value":
      return `respectez la borne ${issue.expected}`;
    case "integer":
      return "écrivez un nombre entier";
    case "iso_date":
      return "écrivez une date réelle sous la forme AAAA-MM-JJ";
    case "email":
      return "écrivez une adresse comme contact@exemple.fr";
    case "regex":
      return "écrivez un numéro de version sous la forme 1.0.0";
    default:
      return `valeur attendue : ${issue.expected ?? "voir la documentation"}`;
  }
}
