/** The page on mutation testing, docs/mutation.md: the figures of a whole run, and why each survivor survives. */
import type { Mutant } from "./prepare.ts";
import { type Report, scoreOf } from "./report.ts";

/** Why a mutant survives; found again by its place in the text, not by its line number, which moves. */
export interface Explanation {
  readonly file: string;
  /** The line of the source, without its indentation. */
  readonly source: string;
  readonly before: string;
  readonly after: string;
  readonly why: string;
}

/** What stands in the page for a survivor that nobody has explained yet; a test refuses it. */
export const UNEXPLAINED = "NOT EXPLAINED";

const INTRODUCTION = `# Mutation testing of the engine

A test that never fails proves nothing. \`npm run mutation\` breaks the engine (\`questionnaires/engine\`) in every way that
Stryker's instrumenter knows, one breakage (a mutant) at a time, and runs the engine's tests on each. A mutant is **killed** when a
test fails, or never ends; it **survives** when every test still passes.

\`\`\`sh
npm run mutation                      # everything; rewrites this page; ends with 1 under 90 %
npm run mutation -- plan.ts cap.ts    # some files anew, the figures of the others as they were
npm run mutation -- page              # nothing anew: rewrites this page, once survivors are explained
PROCESSES=1 npm run mutation          # on a machine that has other things to do
\`\`\`

How it works (\`test/mutation/\`): one prepared copy of the engine holds all mutants behind switches, so that one process tries them
without loading anything again. A survey of the sound engine notes which test passes by which mutant; only those tests are tried,
the quickest first. The random cases of the properties are a tenth of the usual number and the same for every mutant. What
only the load passes by (a constant), or stands in a file that keeps what it once made, is tried in a process of its own. When the test
that fails fails on the sound engine as well, an earlier mutant has spoilt something: the mutant is tried again, alone.
A test is taken for endless after three seconds plus twenty times its sound duration. A search that has lost a bound can be that
slow, so some mutants of \`cheapest-search.ts\` die on a busy machine and survive on a quick one: the score moves by half a point.

Many survivors change what only the type checker asks for (\`list[index]?.name\`, \`?? 0\`: it does not trust an index), what only
saves time (the bounds of the search for the cheapest set), or what the build has checked before.

Explanations are kept in \`test/mutation/survivors.yaml\`. A new survivor is either a hole in the tests (write a sentence about the
product that fails), needless code (remove it), or a change that nobody can see (say there why).
`;

/** The whole page; explanations that no survivor needs any more are left out. */
export function mutationPage(report: Report, explanations: readonly Explanation[]): string {
  const all = report.files.reduce((sum, file) => sum + file.all, 0);
  const killed = report.files.reduce((sum, file) => sum + file.killed, 0);
  const figures = report.files.map((file) => row([file.name, String(file.killed), String(file.all)]));
  const survivors = report.survivors.map((one) =>
    row([
      one.file,
      String(one.line),
      code(one.source),
      `${code(oneLine(one.before))} → ${code(oneLine(one.after))}`,
      explanations.find((known) => explains(known, one))?.why ?? UNEXPLAINED,
    ]),
  );
  return [
    INTRODUCTION,
    "## Figures\n",
    `**Score: ${(100 * scoreOf(report)).toFixed(1)} %**: ${killed} of ${all} mutants killed, ${report.endless.length} of them by endless loops; ${all - killed} survive.\n`,
    row(["File", "Killed", "Mutants"]),
    "|---|---|---|",
    ...figures,
    "\n## Survivors, one by one\n",
    row(["File", "Line", "Source", "Change", "Why nothing can fail"]),
    "|---|---|---|---|---|",
    ...survivors,
    "",
  ].join("\n");
}

function explains(known: Explanation, { file, source, before, after }: Mutant): boolean {
  return known.file === file && known.source === source && known.before === before && known.after === after;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** As code in a cell: pipes would end it, backquotes need a longer fence. */
function code(text: string): string {
  const fence = text.includes("`") ? "``" : "`";
  const space = fence === "``" ? " " : "";
  return `${fence}${space}${text.replaceAll("|", "\\|")}${space}${fence}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
