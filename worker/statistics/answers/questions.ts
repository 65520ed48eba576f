/** The table of questions: for each version and question, how those who were asked answered. */
import { MAX_LEVEL } from "../../../questionnaires/schema/level.ts";
import { BETWEEN_CODES } from "../counters.ts";
import { safeShares } from "../disclosure/safe-share.ts";
import type { Fates } from "../disclosure/table.ts";
import { INSIDER } from "../disclosure/thresholds.ts";
import { type Holding, ownFate } from "../disclosure/unit.ts";
import type { Vector } from "../figures.ts";
import type { Vectors } from "../holdings.ts";
import { MEASURES } from "../measures.ts";
import { everIn, type Memory, type RememberedQuestion } from "../memory.ts";
import { ANSWER_TABLES } from "../plan.ts";
import type { PublishedQuestion, PublishedTable } from "../published.ts";
import type { ReleaseRequest } from "../request.ts";
import { askedBand } from "./asked-band.ts";

const TABLE = "questions";

/** The answers of a question, in the order in which their shares are published. */
export const ANSWERS: readonly (number | string)[] = [
  ...Array.from({ length: MAX_LEVEL + 1 }, (_, level) => level),
  "nsp",
  "na",
];

/** The table, and its memory; `told` is the fate of the lines of the versions. */
export function releaseQuestions(
  { vocabulary, minimum, number }: ReleaseRequest,
  vectors: ReadonlyMap<string, Vectors>,
  before: Memory["questions"],
  told: Fates,
): { readonly table: PublishedTable; readonly memory: Memory["questions"] } {
  const after: Record<string, RememberedQuestion> = {};
  const cells: PublishedQuestion[] = [];
  for (const { version, questions } of vocabulary.versions) {
    const whole = vectors.get("version")?.get(version) ?? {};
    for (const { id, label } of questions) {
      const cell = `${version}${BETWEEN_CODES}${id}`;
      const vector = vectors.get(TABLE)?.get(cell) ?? {};
      const last = before[cell] ?? null;
      const asked = { count: vector[MEASURES.count] ?? 0, ever: everIn(vector) };
      const others = { count: (whole[MEASURES.count] ?? 0) - asked.count, ever: everIn(whole) - asked.ever };
      if (told.get(version) === "moves" && mayMove(asked, others, last, minimum)) {
        const name = { code: id, label };
        after[cell] = { asked, others, published: describe(version, name, vector, minimum, number) };
      } else if (last !== null && told.get(version) !== "hidden") after[cell] = last;
      cells.push(
        after[cell]?.published ?? {
          version,
          question: { code: id, label },
          reason: "protected",
          since: null,
          asked: null,
          answers: null,
        },
      );
    }
  }
  const title = ANSWER_TABLES.find(({ id }) => id === TABLE)?.title ?? TABLE;
  return {
    table: { id: TABLE, title, form: "questions", cells },
    memory: after,
  };
}

/** Those asked and those not asked are the two cells of a line: both must be nothing or enough, and move so. */
function mayMove(asked: Holding, others: Holding, last: RememberedQuestion | null, minimum: number): boolean {
  const fates = [ownFate({ ...asked, shown: last?.asked ?? null }, minimum)];
  if (others.ever > 0 || last !== null) {
    const none = others.count === 0 && (last === null || last.others.count === 0);
    fates.push(none ? "same" : ownFate({ ...others, shown: lastOthers(last) }, minimum));
  }
  return fates.every((fate) => fate === "moves" || fate === "same") && fates[0] === "moves";
}

function lastOthers(last: RememberedQuestion | null): Holding | null {
  return last === null || last.others.count === 0 ? null : last.others;
}

function describe(
  version: string,
  question: PublishedQuestion["question"],
  vector: Vector,
  minimum: number,
  since: number,
): PublishedQuestion {
  const count = vector[MEASURES.count] ?? 0;
  return {
    version,
    question,
    reason: null,
    since,
    asked: askedBand(count, minimum),
    answers: safeShares(
      ANSWERS.map((answer) => vector[MEASURES.answer(answer)] ?? 0),
      count,
      minimum + INSIDER,
    ).map((one) => one ?? { withheld: "protected" }),
  };
}
