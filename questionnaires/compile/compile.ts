/** Compiles one version: author's files in, compiled questionnaire and findings out. */
import * as v from "valibot";
import { type Questionnaire, QuestionnaireSchema } from "../schema/compiled.ts";
import { assemble } from "./assemble.ts";
import { readAuthored } from "./authored.ts";
import { CHECKS } from "./checks/index.ts";
import { error, type Finding, hasErrors } from "./findings.ts";
import { contentHash } from "./hash.ts";
import { locator } from "./places.ts";
import { readSources } from "./read-sources.ts";
import type { Path, SourceFile } from "./source.ts";

/** `questionnaire` is null when a finding is an error. */
export type Compilation = {
  readonly folder: string;
  readonly questionnaire: Questionnaire | null;
  readonly findings: readonly Finding[];
};

/** Reads and compiles the version that stands in `folder`; findings show paths that begin with `shownAs`. */
export function compileVersion(folder: string, shownAs: string = folder): Compilation {
  return compileSources(shownAs, readSources(folder));
}

/** The pure part: the same files always give the same result. */
export function compileSources(folder: string, files: readonly SourceFile[]): Compilation {
  const { authored, findings: shape } = readAuthored(folder, files);
  if (!authored) return { folder, questionnaire: null, findings: shape };
  const { draft, origins, findings: grammar } = assemble(authored);
  const locate = locator(origins, { file: folder, line: 1 });
  const findings = [...shape, ...grammar, ...CHECKS.flatMap((check) => check({ draft, locate, folder }))];
  if (hasErrors(findings)) return { folder, questionnaire: null, findings };

  const parsed = v.safeParse(QuestionnaireSchema, { ...draft, hash: contentHash(draft) });
  if (parsed.success) return { folder, questionnaire: parsed.output, findings };
  const last = parsed.issues.map((issue) => {
    const path: Path = (issue.path ?? []).map((item) => (typeof item.key === "number" ? item.key : String(item.key)));
    return error(locate(path), "compiled-schema", `${path.join("/")} : ${issue.message}`, "corrigez cette valeur");
  });
  return { folder, questionnaire: null, findings: [...findings, ...last] };
}
