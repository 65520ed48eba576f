/**
 * Prepares a copy of the engine in which every mutant is a switch (Stryker's instrumenter makes them), with its tests and
 * questionnaires compiled by the sound engine beside it. One process can then try all mutants without loading anything again.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Instrumenter } from "@stryker-mutator/instrumenter";
import { compiled } from "../support/compiled.ts";

export interface Mutant {
  readonly id: number;
  readonly file: string;
  readonly line: number;
  /** That line of the source, without its indentation. */
  readonly source: string;
  readonly mutator: string;
  readonly before: string;
  readonly after: string;
}

const silent = { isDebugEnabled: () => false, debug() {}, info() {} };

/** Fills `folder`, and returns its mutants in the order of the sources. */
export async function prepare(root: string, folder: string): Promise<readonly Mutant[]> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const part of ["questionnaires", "test"]) cpSync(join(root, part), join(folder, part), { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const questionnaires = {
    shipped: await compiled("shipped", join(root, "questionnaires")),
    second: await compiled("second", join(root, "test/fixtures/second")),
  };
  writeFileSync(join(folder, "questionnaires.json"), JSON.stringify(questionnaires));
  const engine = join(root, "questionnaires/engine");
  const files = readdirSync(engine).map((name) => ({
    name,
    mutate: true,
    content: readFileSync(join(engine, name), "utf8"),
  }));
  // The instrumenter asks for the logger of the tool it is made for; it only writes to it.
  const instrumenter = new Instrumenter(silent as never);
  const result = await instrumenter.instrument(files, { plugins: null, excludedMutations: [], ignorers: [] });
  for (const { name, content } of result.files)
    writeFileSync(join(folder, "questionnaires/engine", name), lean(content));
  const sources = new Map(files.map(({ name, content }) => [name, content.split("\n")]));
  return result.mutants.map(({ id, fileName, location, mutatorName, replacement }) => ({
    id: Number(id),
    file: fileName,
    line: location.start.line + 1,
    source: (sources.get(fileName)?.[location.start.line] ?? "").trim(),
    mutator: mutatorName,
    before: excerpt(sources.get(fileName) ?? [], location),
    after: replacement,
  }));
}

/** Stryker's own switch, which looks a text up in a global object at each use. */
const HEADER = /function stryNS_9fa48\(\) \{[\s\S]*?stryMutAct_9fa48 = isActive;\n {2}return isActive\(id\);\n\}/;
const SWITCH = /stryMutAct_9fa48\("(\d+)"\)/g;

/** A call that counts what is executed. */
const COUNT = /stryCov_9fa48\((?:"\d+"(?:, )?)+\)/g;

/** With our switch and without the counting, which make the engine twenty times slower. */
function lean(content: string): string {
  return content
    .replace(HEADER, 'import { active, pass, surveying } from "../../test/mutation/switch.ts";')
    .replace(SWITCH, "(active === $1 || (surveying && pass($1)))")
    .replace(COUNT, "0");
}

interface Range {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

function excerpt(lines: readonly string[], { start, end }: Range): string {
  const text = lines.slice(start.line, end.line + 1).join("\n");
  const tail = (lines[end.line]?.length ?? 0) - end.column;
  return text.slice(start.column, text.length - tail);
}
