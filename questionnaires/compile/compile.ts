/** Compiles one version: author's files in, compiled questionnaire and findings out. */
import * as v from "valibot";
import { type Questionnaire, QuestionnaireSchema } from "../schema/compiled.ts";
import { assemble } from "./assemble.ts";
import { readAuthored } from "./authored.ts";
import { checkBounds } from "./bounds.ts";
import { CHECKS, PROFILE_CHECKS, STOPS_SEARCH } from "./checks/index.ts";
import { type Finding, hasErrors } from "./findings.ts";
import { withReferences } from "./frameworks.ts";
import { contentHash } from "./hash.ts";
import { locator } from "./places.ts";
import { readSources } from "./read-sources.ts";
import type { SourceFile } from "./source.ts";

/** `questionnaire` is null when a finding is an error. */
export type Compilation = {
  readonly folder: string;
  readonly questionnaire: Questionnaire | null;
  readonly findings: readonly Finding[];
};

/** Questions that a profile sees, at least and at most, unless the version says otherwise. Source: issue 3. */
const QUESTION_COUNT = { min: 20, max: 40 } as const;

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
  const { questionCount = QUESTION_COUNT } = authored.identity.data;
  const context = { draft, locate, folder, questionCount };
  const parts = [...shape, ...grammar, ...CHECKS.flatMap((check) => check(context))];
  const searchable = !parts.some(({ code }) => STOPS_SEARCH.has(code));
  const findings = [...parts, ...(searchable ? PROFILE_CHECKS.flatMap((check) => check(context)) : [])];
  if (hasErrors(findings)) return { folder, questionnaire: null, findings };

  const content = withReferences(draft);
  const parsed = v.safeParse(QuestionnaireSchema, { ...content, hash: contentHash(content) });
  if (!parsed.success)
    throw new TypeError(`The author's schema lets through: ${JSON.stringify(v.flatten(parsed.issues))}`);
  const bounds = checkBounds(parsed.output, locate);
  return { folder, questionnaire: bounds.length > 0 ? null : parsed.output, findings: [...findings, ...bounds] };
}
