/** The diagnostic code: short, stable for ever, and never read as another diagnostic. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeCode } from "../../../questionnaires/engine/code-text.ts";
import { pack, unpack } from "../../../questionnaires/engine/engine.ts";
import { allowedAnswers, completeCases, partialCases } from "../../support/generators.ts";
import { adapted, answersTo, examplesOf, shipped, shippedByName, version } from "../../support/questionnaires.ts";
import { runs } from "../../support/runs.ts";

/** Design §3. */
const LONGEST_CODE = 80;

describe.each(shippedByName)("%s", (_, model) => {
  it("gives back the profile and the answers, complete or not, in at most 80 characters", () => {
    fc.assert(
      fc.property(fc.oneof(completeCases(model), partialCases(model)), ({ questionnaire, answers }) => {
        const code = pack({ adapted: questionnaire, answers });
        expect(code).toMatch(/^[A-Za-z0-9.-]+$/);
        expect(code.length).toBeLessThanOrEqual(LONGEST_CODE);
        const back = unpack(shipped, code);
        expect(back.ok && back.value.adapted.profile.values).toEqual(questionnaire.profile.values);
        expect(back.ok && [...back.value.answers].sort()).toEqual([...answers].sort());
      }),
      runs(500),
    );
  });

  it("stays at most 80 characters in the worst case: everything said, each thing by its last choice", () => {
    for (const example of examplesOf(model)) {
      const questionnaire = adapted(model, { ...example.profile, departement: "976", places: 2000 });
      const last = questionnaire.displayed.map(
        (question) => [question.id, allowedAnswers(questionnaire, question).at(-1) ?? 0] as const,
      );
      expect(pack({ adapted: questionnaire, answers: new Map(last) }).length).toBeLessThanOrEqual(LONGEST_CODE);
    }
  });
});

describe("a code that was altered", () => {
  const codes = shipped.flatMap((model) =>
    examplesOf(model).map((example) => {
      const questionnaire = adapted(model, example.profile);
      return pack({ adapted: questionnaire, answers: answersTo(questionnaire, example.answers) });
    }),
  );
  const characters = [..."0123456789ABCDEFGHJKMNPQRSTVWXYZabcesmILOU.-_ é/#%"];
  const position = fc.nat({ max: LONGEST_CODE });
  const mutation = fc.oneof(
    fc.record({ kind: fc.constant("replace"), at: position, by: fc.constantFrom(...characters) }),
    fc.record({ kind: fc.constant("insert"), at: position, by: fc.constantFrom(...characters) }),
    fc.record({ kind: fc.constant("delete"), at: position, by: fc.constant("") }),
    fc.record({ kind: fc.constant("swap"), at: position, by: fc.constant("") }),
    fc.record({ kind: fc.constant("cut"), at: position, by: fc.constant("") }),
  );

  function mutate(code: string, { kind, at, by }: { kind: string; at: number; by: string }): string {
    const index = at % code.length;
    const before = code.slice(0, index);
    const after = code.slice(index + 1);
    if (kind === "insert") return before + by + code.slice(index);
    if (kind === "cut") return before;
    if (kind === "swap") return before + (after[0] ?? "") + code[index] + after.slice(1);
    return before + by + after;
  }

  it("is refused, or is exactly the code of what it decodes to: 100,000 mutations", () => {
    let refused = 0;
    fc.assert(
      fc.property(fc.constantFrom(...codes), fc.array(mutation, { minLength: 1, maxLength: 4 }), (code, mutations) => {
        const altered = mutations.reduce(mutate, code);
        const back = unpack(shipped, altered);
        if (back.ok) expect(pack(back.value)).toBe(altered);
        else refused++;
      }),
      runs(100_000),
    );
    expect(refused).toBeGreaterThan(0.95 * runs(100_000).numRuns);
  });

  it("says why it is refused", () => {
    const [code = ""] = codes;
    const reason = (text: string) => {
      const back = unpack(shipped, text);
      return back.ok ? "accepted" : back.reason;
    };
    expect(reason(code)).toBe("accepted");
    expect(reason("")).toBe("malformed");
    expect(reason("A".repeat(100_000))).toBe("malformed");
    expect(reason("esms.1.0.0.1".padEnd(200, "1"))).toBe("altered");
    expect(reason("esms.1.0.0.1".padEnd(201, "1"))).toBe("malformed");
    expect(reason(code.toLowerCase())).toBe("malformed");
    expect(reason(code.slice(0, -1))).toBe("altered");
    expect(reason(code.replace("esms.1.0.0.", "esms.1.0.0.0"))).toBe("altered");
    const model = version("esms", "1.0.0");
    const as = (id: string, number: string) => {
      const other = { ...model, questionnaire: { ...model.questionnaire, id, version: number } };
      const questionnaire = adapted(other, examplesOf(model)[0]?.profile);
      return pack({ adapted: questionnaire, answers: new Map() });
    };
    expect(reason(as("other", "1.0.0"))).toBe("unknown-questionnaire");
    expect(reason(as("esms", "9.0.0"))).toBe("unknown-version");
    expect(reason(as("esms", "10.11.12"))).toBe("unknown-version");
  });

  it("is refused when it was forged with a right checksum around a number that no diagnostic has", () => {
    const forged = writeCode({ questionnaire: "esms", version: "1.0.0", payload: 1n << 200n });
    expect(unpack(shipped, forged)).toEqual({ ok: false, reason: "altered" });
  });
});

describe("the golden codes", () => {
  it("of the worked examples of 1.0.0 never change", () => {
    const model = version("esms", "1.0.0");
    const codes = examplesOf(model).map((example) => {
      const questionnaire = adapted(model, example.profile);
      return pack({ adapted: questionnaire, answers: answersTo(questionnaire, example.answers) });
    });
    expect(codes).toEqual([
      "esms.1.0.0.1ABN6TN510D5YY3EDBZWCS3HHYZSVSMWK11E3",
      "esms.1.0.0.XGE63XBM41YYXWRQGRX6KD18SFCZ2FB7XKQ2CA5X",
      "esms.1.0.0.13PTF1TAKQ11DKZVDGZXXE6TNTN4HW994FJPTRVB",
    ]);
  });
});
