/** From two opened codes to what changed between two dates: scores, domains, actions, each said only as far as it is known. */
import {
  type Comparison,
  compareDates,
  type DatedDiagnostic,
  migrationPath,
} from "../../questionnaires/engine/engine.ts";
import type { Migration } from "../../questionnaires/schema/migration.ts";
import type { OpenedCode } from "../codes/open-code.ts";

export interface Progress {
  readonly before: OpenedCode;
  readonly after: OpenedCode;
  /** The codes were given later version first, and were taken the other way round. */
  readonly swapped: boolean;
  readonly comparison: Comparison;
  /** Titles; those of the earlier plan that are no longer in the later one, new ones, and those in both. */
  readonly actions: {
    readonly gone: readonly string[];
    readonly added: readonly string[];
    readonly still: readonly string[];
  };
}

/** Null when no migration leads from one version to the other, either way. */
export function progressOf(migrations: readonly Migration[], first: OpenedCode, second: OpenedCode): Progress | null {
  const straight = pathOf(migrations, first, second);
  if (straight) return progress(first, second, false, straight);
  const back = pathOf(migrations, second, first);
  return back && progress(second, first, true, back);
}

function pathOf(migrations: readonly Migration[], first: OpenedCode, second: OpenedCode): readonly Migration[] | null {
  const from = first.own.adapted.model.questionnaire;
  return migrationPath(migrations, from.id, from.version, second.own.adapted.model.questionnaire.version);
}

function progress(before: OpenedCode, after: OpenedCode, swapped: boolean, path: readonly Migration[]): Progress {
  const comparison = compareDates(dated(before), dated(after), path);
  const then = new Set(comparison.before.actions.map(({ id }) => id));
  const now = new Set(comparison.after.actions.map(({ id }) => id));
  const title = (id: string) =>
    [after, before].map(({ own }) => own.adapted.model.actionById.get(id)?.title).find(Boolean) ?? id;
  return {
    before,
    after,
    swapped,
    comparison,
    actions: {
      gone: [...then].filter((id) => !now.has(id)).map(title),
      added: [...now].filter((id) => !then.has(id)).map(title),
      still: [...now].filter((id) => then.has(id)).map(title),
    },
  };
}

function dated({ own: { adapted, answers } }: OpenedCode): DatedDiagnostic {
  return { model: adapted.model, profile: adapted.profile, answers };
}
