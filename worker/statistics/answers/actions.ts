/**
 * The tables of what contributions trigger: for each version, the share of each action, alert and cap; for each sector and
 * department, the share of each action.
 */
import type { Questionnaire } from "../../../questionnaires/schema/compiled.ts";
import { BETWEEN_CODES } from "../counters.ts";
import type { Decision } from "../disclosure/protect.ts";
import { safeShare } from "../disclosure/safe-share.ts";
import { INSIDER } from "../disclosure/thresholds.ts";
import { type Mark, ownShareFate, type RememberedShare, type Said, wholeOf } from "../disclosure/triggered.ts";
import type { Fate } from "../disclosure/unit.ts";
import type { Vectors } from "../holdings.ts";
import { TRIGGER_KINDS, type TriggerKind } from "../measures.ts";
import type { Memory } from "../memory.ts";
import { ANSWER_TABLES } from "../plan.ts";
import type { Named, PublishedTable } from "../published.ts";
import type { ReleaseRequest } from "../request.ts";
import type { Situation } from "../situation.ts";
import { holdingAt, type LineShares, lineShares, NOBODY, withoutThem } from "./action-lines.ts";

const TABLE = "actions";

export interface ReleasedActions {
  readonly tables: readonly PublishedTable[];
  readonly shares: Memory["shares"];
  readonly crossing: Memory["crossing"];
}

/** The tables, and what the next release must know of them. */
export function releaseActions(
  request: ReleaseRequest,
  vectors: ReadonlyMap<string, Vectors>,
  situation: Situation,
  decision: Decision,
  before: Memory,
): ReleasedActions {
  const shares: Record<string, RememberedShare> = {};
  /** What is said of a share, once its fate is known; remembered for the next release. */
  const say = (key: string, mark: Mark, fate: Fate): Said | null => {
    const said = saidOf(mark, fate, request);
    const { split } = mark;
    if (wholeOf(split) > 0 || said !== null) {
      shares[key] = { split, told: fate === "moves" || fate === "same", said };
    }
    return said;
  };
  const marks = versionMarks(request, vectors, situation, decision, before);
  const byLine = lineShares(request, vectors, situation, decision, before, marks);
  const title = ANSWER_TABLES.find(({ id }) => id === TABLE)?.title ?? TABLE;
  const cells = marks.map(({ version, kind, subject, key, mark }) => {
    const fate = byLine.fates.get(key) ?? ownShareFate(mark, request.minimum);
    return { version, kind, subject, ...published(say(key, mark, fate)) };
  });
  const lines = byLine.tables.map(
    ({ plan, cells }: LineShares): PublishedTable => ({
      id: plan.id,
      title: plan.title,
      form: "lines",
      rows: { code: plan.rows.id, label: plan.rows.label },
      cells: cells.map(({ subject, row, key, mark, fate }) => ({ subject, row, ...published(say(key, mark, fate)) })),
    }),
  );
  return {
    tables: [{ id: TABLE, title, form: "triggers", cells }, ...lines],
    shares,
    crossing: byLine.crossing,
  };
}

function published(said: Said | null) {
  return {
    reason: said === null ? ("protected" as const) : null,
    since: said?.since ?? null,
    share: said?.share ?? null,
  };
}

function saidOf({ split, before }: Mark, fate: Fate, { minimum, number }: ReleaseRequest): Said | null {
  if (fate === "hidden") return null;
  if (fate !== "moves") return before?.said ?? null;
  const share = safeShare(split.held.count, wholeOf(split), minimum + INSIDER);
  return share === null ? null : { split, share, since: number };
}

/** A subject of a version, before the decision. */
export interface VersionMark {
  readonly version: string;
  readonly kind: TriggerKind;
  readonly subject: Named;
  /** Where it is remembered. */
  readonly key: string;
  readonly mark: Mark;
}

function versionMarks(
  { vocabulary }: ReleaseRequest,
  vectors: ReadonlyMap<string, Vectors>,
  { axes }: Situation,
  decision: Decision,
  before: Memory,
): readonly VersionMark[] {
  const lines = axes.find(({ dimension }) => dimension.id === "version")?.lines ?? [];
  const fates = decision.lines.get("version");
  return vocabulary.versions.flatMap((questionnaire) => {
    const { version } = questionnaire;
    const line = lines.find(({ code }) => code === version);
    return TRIGGER_KINDS.flatMap((kind) =>
      subjectsOf(questionnaire, kind).map((subject): VersionMark => {
        const cell = [version, kind, subject.code].join(BETWEEN_CODES);
        const key = `${TABLE}${BETWEEN_CODES}${cell}`;
        const held = holdingAt(vectors.get(TABLE), cell);
        const split = { held, free: withoutThem(line ?? NOBODY, held), others: NOBODY };
        const mark = { split, before: before.shares[key] ?? null, line: fates?.get(version) ?? "hidden" };
        return { version, kind, subject, key, mark };
      }),
    );
  });
}

function subjectsOf({ actions, questions }: Questionnaire, kind: TriggerKind): readonly Named[] {
  if (kind === "action") return actions.map(({ id, title }) => ({ code: id, label: title }));
  return questions.filter((question) => question[kind] !== null).map(({ id, label }) => ({ code: id, label }));
}
