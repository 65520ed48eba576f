/** Reads every file of a version folder into typed author data. Judges shape only, file by file. */
import * as v from "valibot";
import { authorIssue } from "./author-issues.ts";
import { CategoriesSchema, ProfileSchema, RegionsSchema } from "./author-profile-schema.ts";
import { ActionsSchema, QuestionsSchema } from "./author-question-schema.ts";
import { DomainsSchema, IdentitySchema, MessagesSchema } from "./author-schema.ts";
import { error, type Finding } from "./findings.ts";
import { FrameworksSchema } from "./frameworks-schema.ts";
import { parseSource, type Source, type SourceFile } from "./source.ts";

/** The content of one file together with the source that knows its lines. */
export type Part<T> = { readonly source: Source; readonly data: T };

export type Authored = {
  readonly identity: Part<v.InferOutput<typeof IdentitySchema>>;
  readonly profile: Part<v.InferOutput<typeof ProfileSchema>>;
  readonly categories: Part<v.InferOutput<typeof CategoriesSchema>>;
  readonly regions: Part<v.InferOutput<typeof RegionsSchema>>;
  readonly domains: Part<v.InferOutput<typeof DomainsSchema>>;
  readonly questions: readonly Part<v.InferOutput<typeof QuestionsSchema>>[];
  readonly actions: Part<v.InferOutput<typeof ActionsSchema>>;
  /** Null when the version refers to no framework. */
  readonly frameworks: Part<v.InferOutput<typeof FrameworksSchema>> | null;
  readonly messages: readonly Part<v.InferOutput<typeof MessagesSchema>>[];
};

const QUESTIONS_FILE = /^questions-[a-z0-9_-]+\.yaml$/;
/** Optional while a version is being written. */
const MESSAGE_FILES: readonly string[] = ["messages.yaml", "interface.yaml"];
const FRAMEWORKS_FILE = "frameworks.yaml";
/** Read by others than the compiler: the check, the migration of answers. */
const IGNORED_FILES: readonly string[] = ["examples.yaml", "migration.yaml"];
const REQUIRED_FILES: readonly string[] = [
  "questionnaire.yaml",
  "profile.yaml",
  "categories.yaml",
  "regions.yaml",
  "domains.yaml",
  "actions.yaml",
];

/** Parses and types all files; `authored` is null as soon as one of them cannot be typed. */
export function readAuthored(
  folder: string,
  files: readonly SourceFile[],
): { authored: Authored | null; findings: readonly Finding[] } {
  const findings: Finding[] = [...unknownFiles(folder, files), ...missingFiles(folder, files)];

  function read<S extends v.GenericSchema>(file: SourceFile, schema: S): Part<v.InferOutput<S>> | null {
    return parseShape(`${folder}/${file.name}`, file.text, schema, findings);
  }
  function one<S extends v.GenericSchema>(name: string, schema: S): Part<v.InferOutput<S>> | null {
    const file = files.find((candidate) => candidate.name === name);
    return file ? read(file, schema) : null;
  }

  const identity = one("questionnaire.yaml", IdentitySchema);
  const profile = one("profile.yaml", ProfileSchema);
  const categories = one("categories.yaml", CategoriesSchema);
  const regions = one("regions.yaml", RegionsSchema);
  const domains = one("domains.yaml", DomainsSchema);
  const actions = one("actions.yaml", ActionsSchema);
  const frameworks = one(FRAMEWORKS_FILE, FrameworksSchema);
  const questions = files
    .filter((file) => QUESTIONS_FILE.test(file.name))
    .map((file) => read(file, QuestionsSchema))
    .filter((part) => part !== null);
  const messages = MESSAGE_FILES.map((name) => one(name, MessagesSchema)).filter((part) => part !== null);

  if (findings.length > 0 || !identity || !profile || !categories || !regions || !domains || !actions) {
    return { authored: null, findings };
  }
  const authored = { identity, profile, categories, regions, domains, questions, actions, frameworks, messages };
  return { authored, findings };
}

/** Parses and types one file; its faults are added to `findings`. */
export function parseShape<S extends v.GenericSchema>(
  file: string,
  text: string,
  schema: S,
  findings: Finding[],
): Part<v.InferOutput<S>> | null {
  const { source, findings: syntax } = parseSource(file, text);
  findings.push(...syntax);
  if (syntax.length > 0) return null;
  const parsed = v.safeParse(schema, source.data);
  if (parsed.success) return { source, data: parsed.output };
  findings.push(...parsed.issues.map((issue) => authorIssue(source, issue)));
  return null;
}

function unknownFiles(folder: string, files: readonly SourceFile[]): readonly Finding[] {
  const known = [...REQUIRED_FILES, ...MESSAGE_FILES, FRAMEWORKS_FILE, ...IGNORED_FILES];
  return files
    .filter((file) => !known.includes(file.name) && !QUESTIONS_FILE.test(file.name))
    .map((file) =>
      error(
        { file: `${folder}/${file.name}`, line: 1 },
        "unknown-file",
        "ce fichier n’est pas lu",
        "renommez-le (questions-<domaine>.yaml pour des questions) ou retirez-le",
      ),
    );
}

function missingFiles(folder: string, files: readonly SourceFile[]): readonly Finding[] {
  return REQUIRED_FILES.filter((name) => !files.some((file) => file.name === name)).map((name) =>
    error({ file: `${folder}/${name}`, line: 1 }, "missing-file", "ce fichier manque", "créez-le"),
  );
}
