import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { displayed, inClass } from "../../../questionnaires/compile/space/displayed.ts";
import { count, type Demand, findProfile, met, unmet } from "../../../questionnaires/compile/space/find-profile.ts";
import {
  adapt,
  holds,
  indexQuestionnaire,
  type ProfileState,
  parseProfile,
} from "../../../questionnaires/engine/engine.ts";
import type { Condition } from "../../../questionnaires/schema/compiled.ts";
import { shippedQuestionnaire } from "./content.ts";
import { mini } from "./mini.ts";

const questionnaire = mini();
const model = indexQuestionnaire(questionnaire);

/** Every profile of the small questionnaire, through the engine. */
const everyProfile: readonly ProfileState[] = combinations([
  ["secteur", ["pa", "domicile"]],
  ["soins", ["oui", "non"]],
  ["hebergement", ["sur_site", "en_ligne"]],
  ["mobilite", ["oui", "non"]],
  ["equipements", [["video"], ["alarme"], ["video", "alarme"], ["aucun"]]],
]).map((profile) => {
  const parsed = parseProfile(model, profile);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
});

function combinations(variables: readonly (readonly [string, readonly unknown[]])[]): Record<string, unknown>[] {
  const [first, ...rest] = variables;
  if (!first) return [{}];
  return combinations(rest).flatMap((tail) => first[1].map((value) => ({ [first[0]]: value, ...tail })));
}

const atom = fc.oneof(
  fc.constant<Condition>(true),
  fc.constantFrom("serveur", "connectes").map((name): Condition => ({ var: name, in: [true] })),
  fc.constantFrom(...questionnaire.profile.filter(({ optional }) => !optional)).chain((variable) =>
    fc
      .subarray(
        variable.options.map(({ value }) => value),
        { minLength: 1 },
      )
      .map((values): Condition => ({ var: variable.id, in: values })),
  ),
);
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    atom,
    tie("condition").map((not): Condition => ({ not })),
    fc.array(tie("condition"), { minLength: 1, maxLength: 3 }).map((all): Condition => ({ all })),
    fc.array(tie("condition"), { minLength: 1, maxLength: 3 }).map((any): Condition => ({ any })),
  ),
}));
const demand: fc.Arbitrary<Demand> = fc
  .tuple(
    fc.array(fc.record({ points: fc.integer({ min: 1, max: 3 }), when: condition }), { minLength: 1, maxLength: 4 }),
    fc.integer({ min: 0, max: 6 }),
    fc.integer({ min: 0, max: 6 }),
  )
  .map(([terms, min, more]) => ({ terms, min, max: min + more }));

function meets({ facts }: ProfileState, { terms, min, max }: Demand): boolean {
  const points = terms.reduce((sum, { points, when }) => sum + (holds(when, facts) ? points : 0), 0);
  return points >= min && points <= max;
}

describe("the search for a profile", () => {
  it("says that there is one exactly when one of all the profiles, tried one by one, fits", () => {
    fc.assert(
      fc.property(fc.array(demand, { minLength: 1, maxLength: 3 }), (demands) => {
        const exists = everyProfile.some((profile) => demands.every((one) => meets(profile, one)));
        expect(findProfile(questionnaire, demands) !== null).toBe(exists);
      }),
      { numRuns: 400 },
    );
  });

  it("finds the questions that are displayed and the classes they are displayed to, as the engine displays them", () => {
    for (const question of questionnaire.questions) {
      questionnaire.classes.forEach(({ id }, index) => {
        const seen = everyProfile.some(
          (profile) => profile.class.id === id && adapt(model, profile).displayed.includes(question),
        );
        const found = findProfile(questionnaire, [
          ...displayed(questionnaire, question),
          inClass(questionnaire, index),
        ]);
        expect(found !== null, `${question.id} in ${id}`).toBe(seen);
      });
    }
  });

  it("knows that an optional variable may be left out", () => {
    const places: Condition = { var: "departement", in: ["01", "69"] };
    expect(findProfile(questionnaire, [unmet(places)])).toBeNull();
    expect(findProfile(questionnaire, [unmet(places)], true)).not.toBeNull();
  });

  it("never merges a value that must stay alone with one that may be joined by others", () => {
    const options = ["aucun", "video", "alarme"].map((value) => ({
      value,
      label: value,
      exclusive: value === "aucun",
    }));
    const profile = questionnaire.profile.filter(({ id }) => id === "equipements").map((one) => ({ ...one, options }));
    const first: Condition = { var: "equipements", in: ["aucun", "video"] };
    const second: Condition = { var: "equipements", in: ["alarme"] };
    expect(findProfile({ profile, derived: [] }, [met(first), met(second)])?.get("equipements")).toEqual([
      "video",
      "alarme",
    ]);
  });

  it("proves the bounds of the shipped questionnaire: 26 questions at least, 49 or more before the limit", () => {
    const shipped = shippedQuestionnaire();
    const all = shipped.questions.map(({ when }) => when);
    expect(findProfile(shipped, [count(all, 0, 25)])).toBeNull();
    expect(findProfile(shipped, [count(all, 0, 26)])).not.toBeNull();
    // Rank 57 stands behind 56 others, of which no profile with that question shows more than 48.
    const last = shipped.questions.find(({ rank }) => rank === 57);
    const before = shipped.questions.filter((one) => one !== last).map(({ when }) => when);
    expect(findProfile(shipped, [met(last?.when ?? true), count(before, 48, 56)])).not.toBeNull();
    expect(findProfile(shipped, [met(last?.when ?? true), count(before, 49, 56)])).toBeNull();
  });
});
