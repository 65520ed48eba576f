/** What the attacker learns of how many have an action in their plan, from all tables and all releases together. */
import { Attacker, type Fact, type Knowledge, type Term } from "./attacker.ts";
import { type Campaign, CODES, FIELDS, MINIMUM } from "./campaign.ts";
import { ACTIONS, has, type Person } from "./people.ts";
import { actionFacts, knowledgeFrom, lineOf, rounded } from "./read-releases.ts";

export interface ActionLeak {
  readonly action: string;
  readonly line: string;
  /** Those with the action in their plan, or those without it. */
  readonly side: "having" | "lacking";
  /** Those there are, or those who joined since the release before. */
  readonly when: "now" | "joined";
  readonly release: number;
  readonly truth: number;
  readonly atMost: number;
}

/** What a solver of linear programmes may be wrong by. */
const TOLERANCE = 1e-6;

/** Every small number that is bounded below the minimum, for each action and line, at any release. */
export function actionLeaks(
  { published, present, deletions }: Campaign,
  own: Person | null,
  facts: readonly Fact[] = actionFacts(published, ACTIONS, CODES.version ?? []),
): readonly ActionLeak[] {
  const known: Knowledge = knowledgeFrom(published, rounded(MINIMUM), CODES, deletions);
  const leaks: ActionLeak[] = [];
  for (const action of Object.keys(ACTIONS)) {
    const about = facts.filter(({ terms }) => terms.every(({ of }) => of === undefined || of.action === action));
    const attacker = new Attacker({
      ...known,
      facts: [...known.facts, ...about],
      actions: { [action]: ACTIONS[action] ?? [] },
    });
    for (const { dimension, code } of lines(action)) {
      for (const side of ["having", "lacking"] as const) {
        const truthAt = (release: number) => countOf(present[release] ?? [], dimension, code, action, side);
        for (const release of present.keys()) {
          const truth = truthAt(release);
          const ask = (when: ActionLeak["when"], terms: readonly Term[], count: number) => {
            if (count === 0 || count >= MINIMUM) return;
            const also = own !== null && present[release]?.includes(own) ? ownFact(own, action, release) : [];
            const atMost = attacker.largest(terms, also);
            if (atMost >= MINIMUM - TOLERANCE) return;
            leaks.push({ action, line: `${dimension} ${code}`, side, when, release, truth, atMost });
          };
          const now = termsAt(dimension, code, action, side, release, 1);
          ask("now", now, truth);
          if (release === 0 || deletions.has(release)) continue;
          const then = termsAt(dimension, code, action, side, release - 1, -1);
          ask("joined", [...now, ...then], truth - truthAt(release - 1));
        }
      }
    }
  }
  return leaks;
}

function lines(action: string): readonly { readonly dimension: string; readonly code: string }[] {
  const of = (dimension: string, codes: readonly string[]) => codes.map((code) => ({ dimension, code }));
  return [
    ...of("sector", CODES.sector ?? []),
    ...of("department", CODES.department ?? []),
    ...of("version", ACTIONS[action] ?? []),
  ];
}

function termsAt(
  dimension: string,
  code: string,
  action: string,
  side: ActionLeak["side"],
  release: number,
  sign: 1 | -1,
): readonly Term[] {
  const place = dimension === "version" ? { table: "version", row: code, column: null } : lineOf(dimension, code);
  const having: Term = { sign, release, ...place, of: { action, are: "having" } };
  if (side === "having") return [having];
  return [
    { sign, release, ...place, of: { action, are: "able" } },
    { ...having, sign: -sign },
  ];
}

function countOf(
  people: readonly Person[],
  dimension: string,
  code: string,
  action: string,
  side: ActionLeak["side"],
): number {
  const able = people.filter(
    (one) => one[FIELDS[dimension] ?? "version"] === code && ACTIONS[action]?.includes(one.version),
  );
  return able.filter((one) => has(one, action) === (side === "having")).length;
}

/** An establishment knows whether the action is in its own plan. */
function ownFact(own: Person, action: string, release: number): readonly Fact[] {
  if (!ACTIONS[action]?.includes(own.version)) return [];
  const place = { table: "department-sector", row: own.departement, column: own.secteur };
  const having: Term = { sign: 1, release, ...place, of: { action, are: "having" } };
  const able: Term = { sign: 1, release, ...place, of: { action, are: "able" } };
  const terms = has(own, action) ? [having] : [able, { ...having, sign: -1 }];
  return [{ terms, low: 1, high: Number.POSITIVE_INFINITY }];
}
