/** From one version to a later one by way of those between: step by step, reasons kept, profiles carried. */
import { describe, expect, it } from "vitest";
import {
  type Answer,
  type Model,
  migrateAlong,
  migrationPath,
  type ProfileState,
  parseProfile,
} from "../../../questionnaires/engine/engine.ts";
import { migrateProfile } from "../../../questionnaires/engine/migrate-profile.ts";
import type { Question, Questionnaire } from "../../../questionnaires/schema/compiled.ts";
import type { Migration, QuestionFate } from "../../../questionnaires/schema/migration.ts";
import { question, tiny } from "../../support/tiny.ts";

const kept: QuestionFate = { fate: "kept", reason: null };

function model(version: string, questions: readonly Question[], changes: Partial<Questionnaire> = {}): Model {
  return tiny(questions, undefined, { version, ...changes });
}

function migration(from: string, to: string, changes: Partial<Migration>): Migration {
  return { questionnaire: "tiny", from, to, profile: {}, questions: {}, ...changes };
}

const one = model("1.0.0", [question("stays", 1), question("splits", 2), question("goes", 3), question("open", 4)]);
const two = model("1.1.0", [question("stays", 1), question("left", 2), question("right", 3), question("open", 4)]);
const three = model("2.0.0", [
  question("stays", 1, { unknownAllowed: false }),
  question("left", 2),
  question("right", 3),
  question("open", 4),
  question("new", 5),
]);
const toTwo = migration("1.0.0", "1.1.0", {
  questions: {
    stays: kept,
    splits: { fate: "mapped", reason: "Split.", to: { left: { "3": 2 }, right: {} } },
    goes: { fate: "dropped", reason: "Gone." },
    open: kept,
  },
});
const toThree = migration("1.1.0", "2.0.0", {
  questions: { stays: kept, left: { fate: "re-ask", reason: "New scale." }, right: kept, open: kept },
});
const models = new Map([one, two, three].map((each) => [each.questionnaire.version, each]));

function modelOf(version: string): Model {
  const found = models.get(version);
  if (!found) throw new Error(version);
  return found;
}

function profile(of: Model, raw: unknown = { size: "small" }): ProfileState {
  const parsed = parseProfile(of, raw);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}

describe("the path between two versions", () => {
  it("goes through every version between, is empty from a version to itself, and never goes back", () => {
    const all = [toThree, toTwo];
    expect(migrationPath(all, "tiny", "1.0.0", "2.0.0")).toEqual([toTwo, toThree]);
    expect(migrationPath(all, "tiny", "1.1.0", "2.0.0")).toEqual([toThree]);
    expect(migrationPath(all, "tiny", "2.0.0", "2.0.0")).toEqual([]);
    expect(migrationPath(all, "tiny", "2.0.0", "1.0.0")).toBeNull();
    expect(migrationPath(all, "other", "1.0.0", "2.0.0")).toBeNull();
    const back = migration("1.1.0", "1.0.0", {});
    expect(migrationPath([toTwo, back], "tiny", "1.0.0", "2.0.0")).toBeNull();
  });
});

describe("a diagnostic carried along a path", () => {
  it("keeps the reason of the step that lost an answer, and names what was dropped on the way", () => {
    const answers = new Map<string, Answer>([
      ["stays", "nsp"],
      ["splits", 3],
      ["goes", 4],
    ]);
    expect(migrateAlong([toTwo, toThree], modelOf, profile(one), answers)).toEqual({
      ok: true,
      value: {
        profile: { size: "small" },
        answers: {},
        reAsk: [
          { id: "stays", reason: "migration.nsp-withdrawn" },
          { id: "left", reason: "New scale." },
          { id: "right", reason: "Split." },
          { id: "open", reason: "migration.open" },
        ],
        dropped: ["goes"],
        added: ["new"],
      },
    });
  });

  it("is itself when there is nowhere to go", () => {
    const outcome = migrateAlong([], modelOf, profile(one), new Map([["stays", 2]]));
    expect(outcome).toMatchObject({ ok: true, value: { answers: { stays: 2 }, reAsk: [], dropped: [], added: [] } });
  });

  it("is the same in two steps as in one call for each", () => {
    const middle = migrateAlong([toTwo], modelOf, profile(one), new Map([["stays", 2]]));
    const whole = migrateAlong([toTwo, toThree], modelOf, profile(one), new Map([["stays", 2]]));
    expect(middle).toMatchObject({ value: { answers: { stays: 2 } } });
    expect(whole).toMatchObject({ value: { answers: { stays: 2 }, added: ["new"] } });
  });

  it("keeps calling added what an earlier step added and nobody has answered yet", () => {
    const four = model("3.0.0", three.questionnaire.questions);
    const toFour = migration("2.0.0", "3.0.0", {
      questions: Object.fromEntries(three.questionnaire.questions.map(({ id }) => [id, kept])),
    });
    const outcome = migrateAlong(
      [toThree, toFour],
      (version) => (version === "3.0.0" ? four : modelOf(version)),
      profile(two),
      new Map([["stays", 1]]),
    );
    expect(outcome).toMatchObject({ value: { answers: { stays: 1 }, added: ["new"] } });
  });
});

describe("« non applicable »", () => {
  const offering = model("1.0.0", [question("room", 1, { notApplicable: { label: "None", when: true } })]);
  const to = model("1.1.0", [question("room", 1)]);

  it("is asked again, in words, where the new version no longer offers it", () => {
    const path = [migration("1.0.0", "1.1.0", { questions: { room: kept } })];
    const modelNamed = (version: string) => (version === "1.0.0" ? offering : to);
    expect(migrateAlong(path, modelNamed, profile(offering), new Map([["room", "na"]]))).toMatchObject({
      value: { answers: {}, reAsk: [{ id: "room", reason: "migration.na-withdrawn" }] },
    });
  });
});

describe("a profile carried along", () => {
  const [size] = one.questionnaire.profile;
  if (!size) throw new Error("The tiny questionnaire has a profile.");
  const options = ["small", "medium", "large"].map((value) => ({ value, label: value, exclusive: false }));
  const asking = model("1.1.0", one.questionnaire.questions, { profile: [{ ...size, id: "people", options }] });
  const renamed = model("1.1.0", one.questionnaire.questions, { profile: [{ ...size, options: options.slice(0, 2) }] });
  const questions = Object.fromEntries(one.questionnaire.questions.map(({ id }) => [id, kept]));
  const to = (target: Model) => (version: string) => (version === "1.1.0" ? target : one);

  it("has its values mapped where the file says so", () => {
    const fates = { size: { fate: "mapped", reason: "Renamed.", values: { large: "medium" } } } as const;
    const path = [migration("1.0.0", "1.1.0", { questions, profile: fates })];
    const outcome = migrateAlong(path, to(renamed), profile(one, { size: "large" }), new Map());
    expect(outcome).toMatchObject({ ok: true, value: { profile: { size: "medium" } } });
  });

  it("keeps what no fate names, lists and numbers included, and holds a merged value once", () => {
    const values = { size: "small", devices: ["camera", "lift", "phone"], places: 12, gone: "x", again: "y" };
    const fates = {
      devices: { fate: "mapped", reason: "Merged.", values: { camera: "other", lift: "other" } },
      places: { fate: "mapped", reason: "Never.", values: { "12": "13" } },
      gone: { fate: "dropped", reason: "Gone." },
      again: { fate: "re-ask", reason: "Changed." },
    } as const;
    expect(migrateProfile(migration("1.0.0", "1.1.0", { profile: fates }), values)).toEqual({
      size: "small",
      devices: ["other", "phone"],
      places: 12,
    });
  });

  it("is refused, with a pointer, where the new version needs something that nobody said", () => {
    const fates = { size: { fate: "dropped", reason: "Replaced." } } as const;
    const path = [migration("1.0.0", "1.1.0", { questions, profile: fates })];
    const outcome = migrateAlong(path, to(asking), profile(one), new Map());
    expect(outcome).toMatchObject({ ok: false, issues: [{ pointer: "/profile/people", code: "profile.required" }] });
  });
});
