/** The findings of the check, at the top of the page: what an author came to see. */
import type { CheckedVersion } from "../compile/check-version.ts";
import { hasErrors } from "../compile/findings.ts";
import { formatFindings } from "../compile/format.ts";
import { h, type View } from "./html.ts";

/** One line per finding, as the command prints them; says so when there is none. */
export function findingsView({ findings, questionnaire, published }: CheckedVersion): View {
  const state = published ? "publiée" : "brouillon";
  const verdict = hasErrors(findings) ? "des erreurs à corriger" : "aucune erreur";
  return h(
    "section",
    { "aria-labelledby": "findings", class: hasErrors(findings) ? "findings wrong" : "findings" },
    h("h2", { id: "findings", class: "boxed" }, `Contrôle : ${verdict}`),
    questionnaire
      ? h("p", null, `Version ${questionnaire.version}, ${state}, empreinte ${questionnaire.hash.slice(0, 19)}…`)
      : null,
    findings.length === 0
      ? null
      : h(
          "ul",
          null,
          formatFindings(findings).map((line) => h("li", null, line)),
        ),
  );
}
