/** Compiles one `migration.yaml`: the author's file and the two versions in, the engine's table and findings out. */
import * as v from "valibot";
import type { Questionnaire } from "../schema/compiled.ts";
import type { Migration, QuestionFate, VariableFate } from "../schema/migration.ts";
import { authorIssue } from "./author-issues.ts";
import { error, type Finding, hasErrors, type Place, warning } from "./findings.ts";
import { checkProfileFates } from "./migration-profile.ts";
import { checkQuestionFates } from "./migration-questions.ts";
import { type AuthoredMigration, AuthoredMigrationSchema } from "./migration-schema.ts";
import { type Path, parseSource, type SourceFile } from "./source.ts";

export const MIGRATION_FILE = "migration.yaml";

/** What the checks look at. */
export type MigrationContext = {
  readonly data: AuthoredMigration;
  readonly from: Questionnaire;
  readonly to: Questionnaire;
  /** The author's file and line of a path of the file. */
  readonly place: (path: Path) => Place;
};

/** `migration` is null when there is none to have, or when a finding is an error. */
export type MigrationCompilation = { readonly migration: Migration | null; readonly findings: readonly Finding[] };

/** The migration from the version before, `from`, which is null for the first one. `folder` is the new version's, as shown. */
export function compileMigration(
  folder: string,
  file: SourceFile | undefined,
  from: Questionnaire | null,
  to: Questionnaire,
): MigrationCompilation {
  const name = `${folder}/${MIGRATION_FILE}`;
  const top = { file: name, line: 1 };
  const refused = (...findings: readonly Finding[]): MigrationCompilation => ({ migration: null, findings });
  if (!from) {
    const message = "aucune version ne précède celle-ci : ce fichier n’est pas vérifié";
    return refused(
      ...(file ? [warning(top, "migration-missing", message, "retirez-le, ou rétablissez la version")] : []),
    );
  }
  if (!file) {
    const mend = "créez-le : `from` et, sous `questions`, le sort de ce qui change";
    return refused(
      error(top, "migration-missing", `rien ne dit comment passer de ${from.version} à ${to.version}`, mend),
    );
  }
  const { source, findings: syntax } = parseSource(name, file.text);
  if (syntax.length > 0) return refused(...syntax);
  const parsed = v.safeParse(AuthoredMigrationSchema, source.data);
  if (!parsed.success) return refused(...parsed.issues.map((issue) => authorIssue(source, issue)));
  const data = parsed.output;
  const place = (path: Path) => ({ file: name, line: source.lineOf(path) });
  if (data.from !== from.version) {
    const message = `la version précédente est ${from.version}, pas ${data.from}`;
    return refused(error(place(["from"]), "migration-missing", message, `écrivez from: "${from.version}"`));
  }
  const context = { data, from, to, place };
  const findings = [...checkQuestionFates(context), ...checkProfileFates(context)];
  return { migration: hasErrors(findings) ? null : assemble(context), findings };
}

function assemble({ data, from, to }: MigrationContext): Migration {
  return {
    questionnaire: to.id,
    from: from.version,
    to: to.version,
    profile: Object.fromEntries(Object.entries(data.profile).map(([id, entry]) => [id, variableFate(entry)])),
    questions: Object.fromEntries(from.questions.map(({ id }) => [id, questionFate(data.questions[id])])),
  };
}

function questionFate(entry: AuthoredMigration["questions"][string] | undefined): QuestionFate {
  if (!entry) return { fate: "kept", reason: null };
  const { fate, reason, to } = entry;
  return fate === "mapped" ? { fate, reason, to } : { fate, reason };
}

function variableFate({ fate, reason, values }: AuthoredMigration["profile"][string]): VariableFate {
  return fate === "mapped" ? { fate, reason, values } : { fate, reason };
}
