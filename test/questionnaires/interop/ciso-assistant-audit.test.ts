/** A result for CISO Assistant: one row per question, true to what the engine made of the answers, and naming nobody. */
import { describe, expect, it } from "vitest";
import {
  type AdaptedQuestionnaire,
  type Answers,
  diagnose,
  type Model,
  pack,
  targetOf,
} from "../../../questionnaires/engine/engine.ts";
import { AUDIT_COLUMNS, auditCsv } from "../../../questionnaires/interop/audit-csv.ts";
import { frameworkLibrary } from "../../../questionnaires/interop/ciso-assistant.ts";
import { assessmentFor } from "../../../questionnaires/interop/ciso-assistant-audit.ts";
import { exportFiles } from "../../../scripts/export-ciso-assistant.ts";
import { adapted, answersTo, examplesOf, shipped } from "../../support/questionnaires.ts";
import { question, tiny } from "../../support/tiny.ts";
import { faultsOf } from "./ciso-assistant-schema.ts";

const cases = shipped.flatMap((model) =>
  examplesOf(model).map((example) => {
    const { id, version } = model.questionnaire;
    const fitted = adapted(model, example.profile);
    return [`${id} ${version}, ${example.title}`, model, fitted, answersTo(fitted, example.answers)] as const;
  }),
);

const auditOf = (fitted: AdaptedQuestionnaire, answers: Answers) =>
  assessmentFor(fitted, answers, diagnose(fitted, answers));

describe("the audit of a worked example", () => {
  it.each(cases)(
    "%s holds to the documentation of the import, on the framework of the same version",
    (_, model, fitted, answers) => {
      const audit = auditOf(fitted, answers);
      const { framework } = frameworkLibrary(model.questionnaire).objects;
      expect(faultsOf("audit", audit)).toEqual([]);
      expect(audit.framework).toBe(framework.urn);
      expect(audit.rows.map(({ urn, ref_id }) => [urn, ref_id])).toEqual(
        framework.requirement_nodes.filter((node) => node.assessable).map(({ urn, ref_id }) => [urn, ref_id]),
      );
    },
  );

  it.each(cases)("%s says of each question what the engine counted", (_, model, fitted, answers) => {
    const deduced = diagnose(fitted, answers).deduced.map(({ id }) => id);
    for (const row of auditOf(fitted, answers).rows) {
      const asked = model.questionById.get(row.ref_id);
      if (!asked) throw new Error(`${row.ref_id} is not a question.`);
      const answer = answers.get(row.ref_id);
      if (fitted.hidden.includes(asked))
        expect(row).toMatchObject({ compliance_result: "not_applicable", score: null });
      else if (fitted.notAssessed.includes(asked)) expect(row.compliance_result).toBe("not_assessed");
      else if (deduced.includes(row.ref_id)) expect(row.score ?? "unknown").toBeOneOf([0, "unknown"]);
      else if (typeof answer === "number") {
        expect(row.score).toBe(answer);
        expect(row.observations).toContain(asked.options[answer]);
        expect(row.compliance_result === "compliant").toBe(answer >= targetOf(fitted, asked));
      } else expect(row.score).toBeNull();
      expect(row.observations).not.toBe("");
    }
  });

  it.each(cases)("%s names no establishment: the same for any department", (_, model, fitted, answers) => {
    const elsewhere = adapted(model, { ...fitted.profile.values, departement: "2A" });
    expect(auditOf(elsewhere, answers)).toEqual(auditOf(adapted(model, { ...fitted.profile.values }), answers));
  });
});

const model: Model = tiny([
  question("a", 1, { cap: { atMost: 1, limit: 40, when: true }, alert: { atMost: 1, label: "By law.", when: true } }),
  question("b", 2, { impliedBy: { question: "a", atMost: 0 } }),
  question("c", 3, { notApplicable: { label: "Nobody does", when: true } }),
  question("d", 4, { when: { var: "size", in: ["large"] } }),
  question("e", 5),
]);
const fitted = adapted(model, { size: "small" });
const rowsOf = (answers: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(auditOf(fitted, answersTo(fitted, answers)).rows.map((row) => [row.ref_id, row]));

describe("an answer", () => {
  it.each([
    [0, "non_compliant"],
    [1, "partially_compliant"],
    [2, "compliant"],
    [4, "compliant"],
  ])("of level %i, where 2 is expected, is %s", (level, expected) => {
    expect(rowsOf({ e: level }).e).toMatchObject({
      compliance_result: expected,
      requirement_progress: "done",
      score: level,
    });
  });

  it("that is not known is not assessed, and says so", () => {
    const { e } = rowsOf({ e: "nsp" });
    expect(e).toMatchObject({ compliance_result: "not_assessed", requirement_progress: "in_progress", score: null });
    expect(e?.observations).toContain("I do not know");
  });

  it("not given yet, not applicable, or not asked of this profile has no score", () => {
    const { c, d, e } = rowsOf({ c: "na" });
    expect(c).toMatchObject({ compliance_result: "not_applicable", score: null });
    expect(c?.observations).toContain("Nobody does");
    expect(d).toMatchObject({ compliance_result: "not_applicable", requirement_progress: "done", score: null });
    expect(e).toMatchObject({ compliance_result: "not_assessed", requirement_progress: "to_do", score: null });
  });

  it("deduced from another is 0, or not known when that one is not", () => {
    expect(rowsOf({ a: 0 }).b).toMatchObject({ compliance_result: "non_compliant", score: 0 });
    expect(rowsOf({ a: "nsp" }).b).toMatchObject({ compliance_result: "not_assessed", score: null });
    expect(rowsOf({ a: 1, b: 3 }).b).toMatchObject({ compliance_result: "compliant", score: 3 });
  });

  it("that costs or calls for something says it: cap, alert, actions", () => {
    const { a } = rowsOf({ a: 1, b: 4, c: 4, e: 4 });
    expect(a?.observations).toContain("40 of 100");
    expect(a?.observations).toContain("Alert: By law.");
    expect(a?.observations).toContain("Proposed actions: do-a.");
  });
});

describe("the file of an audit", () => {
  it("has the documented columns, a row per question, quotes where they are needed, and no mark in front", () => {
    const audit = auditOf(fitted, answersTo(fitted, { e: 2 }));
    const [first, ...rest] = audit.rows;
    if (!first) throw new Error("An audit has rows.");
    const file = auditCsv({ ...audit, rows: [{ ...first, name: 'A "b", c' }, ...rest] });
    const lines = file.split("\r\n");
    expect(lines[0]).toBe(AUDIT_COLUMNS.join(","));
    expect(lines).toHaveLength(1 + audit.rows.length + 1);
    expect(lines[1]).toContain(',"A ""b"", c",');
  });

  it("is written beside the library, from a code; a code of another version is refused", () => {
    const { id, version } = model.questionnaire;
    const code = pack({ adapted: fitted, answers: answersTo(fitted, { e: 2 }) });
    const [library, audit] = exportFiles([model], [id, version, code]);
    expect([library?.name, audit?.name]).toEqual(["tiny-1.0.0.yaml", "tiny-1.0.0-audit.csv"]);
    expect(audit?.text).toBe(auditCsv(auditOf(fitted, answersTo(fitted, { e: 2 }))));
    expect(() => exportFiles([model], [id, version, `${code}x`])).toThrow("refused");
    expect(() => exportFiles([model], [id, "9.9.9"])).toThrow("does not exist");
  });
});
