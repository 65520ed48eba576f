/** The coverage of a version as a page, in its own language, for the documentation: one table per framework. */
import type { Framework, Questionnaire } from "../schema/compiled.ts";
import type { Coverage } from "../schema/coverage.ts";
import { coverage } from "./coverage.ts";
import { type Texts, textsFor } from "./texts.ts";

type Words = Texts["coverage"];
type Covered = Coverage["frameworks"][number];

const NBSP = "\u00a0";

/** Where the page of a version stands, from the root of the project. */
export function coveragePath({ id, version }: Questionnaire): string {
  return `docs/coverage-${id}-${version}.md`;
}

/** The whole page, in Markdown. */
export function coverageDocument(questionnaire: Questionnaire): string {
  const { title, version, frameworks } = questionnaire;
  const { coverage: said } = textsFor(questionnaire);
  const parts = coverage(questionnaire).frameworks.map((covered, index) => section(said, covered, frameworks[index]));
  return `# ${said.title} — ${cell(title)}, ${version}\n\n${said.lead}\n\n${parts.join("\n")}`;
}

function section(said: Words, covered: Covered, framework: Framework | undefined): string {
  const edition = framework?.version ? `${NBSP}; ${said.version} ${framework.version}` : "";
  const address = framework?.url
    ? `${NBSP}; <${framework.url}>${framework.checkedOn ? "" : ` (${said.unchecked})`}`
    : "";
  const rows = covered.items.map(
    ({ reference, questions, actions }) => `| ${cell(reference)} | ${codes(questions)} | ${codes(actions)} |`,
  );
  return `## ${cell(covered.name)}

${said.publisher}${NBSP}: ${cell(framework?.publisher ?? "")}${edition}${address}.

| ${said.reference} | ${said.questions} | ${said.actions} |
|---|---|---|
${rows.join("\n")}

${missing(said, covered)}
`;
}

function missing(said: Words, { known, uncovered }: Covered): string {
  if (known === null) return said.unknown;
  const count = `${known - uncovered.length} ${said.of} ${known}`;
  if (uncovered.length === 0) return `${said.covered}${NBSP}: ${count}.`;
  return `${said.covered}${NBSP}: ${count}. ${said.uncovered}${NBSP}: ${uncovered.join(", ")}.`;
}

function codes(ids: readonly string[]): string {
  return ids.length === 0 ? "–" : ids.map((id) => `\`${id}\``).join(", ");
}

/** A bar would end the cell. */
function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
