/** The table of actions, alerts and caps: for each version, the share of the contributions that trigger each of them. */
import type { Questionnaire } from "../../../questionnaires/schema/compiled.ts";
import { BETWEEN_CODES } from "../counters.ts";
import { type Blurred, share } from "../disclosure/rounding.ts";
import type { Fates } from "../disclosure/table.ts";
import type { Vectors } from "../holdings.ts";
import { MEASURES, TRIGGER_KINDS, type TriggerKind } from "../measures.ts";
import type { Memory, TableMemory } from "../memory.ts";
import { ANSWER_TABLES } from "../plan.ts";
import type { Named, PublishedTable, PublishedTrigger } from "../published.ts";
import type { ReleaseRequest } from "../request.ts";

const TABLE = "actions";

/** The table, and its memory. A version's shares move when its line does: their count is the line's. */
export function releaseActions(
  { vocabulary }: ReleaseRequest,
  vectors: ReadonlyMap<string, Vectors>,
  before: Memory["triggers"],
  told: Fates,
  versions: TableMemory,
): { readonly table: PublishedTable; readonly memory: Memory["triggers"] } {
  const after: Record<string, Blurred> = {};
  const cells: PublishedTrigger[] = [];
  for (const questionnaire of vocabulary.versions) {
    const { version } = questionnaire;
    const shown = versions[version]?.shown ?? null;
    for (const kind of TRIGGER_KINDS) {
      for (const subject of subjectsOf(questionnaire, kind)) {
        const cell = [version, kind, subject.code].join(BETWEEN_CODES);
        const part = vectors.get(TABLE)?.get(cell)?.[MEASURES.count] ?? 0;
        const now = told.get(version) === "moves" ? share(part, shown?.vector[MEASURES.count] ?? 0) : before[cell];
        const said = shown === null ? null : (now ?? null);
        if (said !== null) after[cell] = said;
        const reason = said === null ? "protected" : null;
        cells.push({
          version,
          kind,
          subject,
          reason,
          since: said === null ? null : (shown?.since ?? null),
          share: said,
        });
      }
    }
  }
  const title = ANSWER_TABLES.find(({ id }) => id === TABLE)?.title ?? TABLE;
  return {
    table: { id: TABLE, title, form: "triggers", cells },
    memory: after,
  };
}

function subjectsOf({ actions, questions }: Questionnaire, kind: TriggerKind): readonly Named[] {
  if (kind === "action") return actions.map(({ id, title }) => ({ code: id, label: title }));
  return questions.filter((question) => question[kind] !== null).map(({ id, label }) => ({ code: id, label }));
}
