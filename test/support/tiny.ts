/** A questionnaire small enough to compute by hand, for the rules that the real content never reaches. */
import { ENGINE_MESSAGES, indexQuestionnaire, type Model } from "../../questionnaires/engine/engine.ts";
import type { Action, Question, Questionnaire } from "../../questionnaires/schema/compiled.ts";

/** A question of weight 1 in domain « one », with everything optional left out. */
export function question(id: string, rank: number, changes: Partial<Question> = {}): Question {
  return {
    id,
    domain: "one",
    rank,
    weight: 1,
    core: false,
    when: true,
    label: `Question ${id}?`,
    help: "",
    options: ["0", "1", "2", "3", "4"],
    unknownAllowed: true,
    notApplicable: null,
    impliedBy: null,
    cap: null,
    alert: null,
    references: [],
    actions: [{ action: `do-${id}`, atLeast: 0, atMost: 3 }],
    ...changes,
  };
}

/** An action of effort 1, cost 0, impact 1, to do within 30 days. */
export function action(id: string, changes: Partial<Action> = {}): Action {
  return {
    id,
    title: id,
    steps: [],
    domain: "one",
    effort: 1,
    cost: 0,
    impact: 1,
    days: 30,
    owner: "Someone",
    requires: [],
    references: [],
    resources: [],
    ...changes,
  };
}

/** Two domains (60 and 40), one class (target 2, core target 3, expected 50), one profile variable `size`. */
export function tiny(
  questions: readonly Question[],
  actions: readonly Action[] = questions.map(({ id }) => action(`do-${id}`)),
  changes: Partial<Questionnaire> = {},
): Model {
  return indexQuestionnaire({
    id: "tiny",
    version: "1.0.0",
    hash: "sha256-0",
    title: "Tiny",
    language: "en",
    publishedOn: "2026-01-01",
    profile: [
      {
        id: "size",
        label: "Size?",
        name: "size",
        help: "",
        type: "single",
        optional: false,
        group: "all",
        kept: true,
        options: ["small", "large"].map((value) => ({ value, label: value, exclusive: false })),
        range: null,
        defaultFrom: null,
      },
    ],
    derived: [],
    categories: [],
    regions: [],
    domains: [
      { id: "one", label: "One", weight: 60, why: "Why" },
      { id: "two", label: "Two", weight: 40, why: "Why" },
    ],
    questions,
    actions: [...actions, action("find-out", { impact: 2 })],
    frameworks: [],
    levels: [0, 20, 40, 60, 80].map((from, level) => ({ level, name: `L${level}`, from, meaning: "Meaning" })),
    exposure: [],
    classes: [{ id: "A", maxExposure: null, expected: 50, target: 2, coreTarget: 3 }],
    warnings: [],
    unknown: { action: "find-out", leadRate: [1, 5], provisionalRate: [3, 10] },
    messages: Object.fromEntries(ENGINE_MESSAGES.map((key) => [key, key])),
    displayLimit: 40,
    ...changes,
  });
}
