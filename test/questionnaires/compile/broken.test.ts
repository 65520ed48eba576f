import { describe, expect, it } from "vitest";
import { type CheckedVersion, checkVersion } from "../../../questionnaires/compile/check-version.ts";
import { CODES } from "../../../questionnaires/compile/codes.ts";
import { type Broken, blamedLine, brokenExamples, brokenFiles } from "./broken.ts";
import { MINI, miniFiles } from "./mini.ts";

const examples = brokenExamples();
const verdicts = new Map<Broken, CheckedVersion>();

function checked(example: Broken): CheckedVersion {
  const verdict = verdicts.get(example) ?? checkVersion(MINI, brokenFiles(example), example.lock ?? {});
  verdicts.set(example, verdict);
  return verdict;
}

describe("the check of a questionnaire", () => {
  it("finds nothing in the small valid one", () => {
    expect(checkVersion(MINI, miniFiles(), {}).findings).toEqual([]);
  });

  it.each(examples.map((one) => [one.code, one.title, one] as const))("finds %s: %s", (code, _title, example) => {
    const files = brokenFiles(example);
    const { findings, questionnaire } = checked(example);
    expect(findings.map((finding) => finding.code).sort()).toEqual([code, ...(example.also ?? [])].sort());
    const place = `${MINI}/${example.blames.file}:${blamedLine(files, example)}`;
    const found = findings.find((one) => one.code === code && `${one.file}:${one.line}` === place);
    expect(found, `${code} at ${place}, got ${JSON.stringify(findings)}`).toBeDefined();
    expect(found?.severity).toBe(example.severity ?? "error");
    if (example.severity === "warning") expect(questionnaire).not.toBeNull();
  });

  it("says what is wrong and how to mend it, in French typography", () => {
    const findings = examples.flatMap((one) => checked(one).findings);
    for (const { message, mend, code } of findings) {
      const said = message.replace(/«\u00a0[^»]*»/g, "…");
      expect(message.length, code).toBeGreaterThan(10);
      expect(mend.length, code).toBeGreaterThan(5);
      if (code !== "typography" && code !== "yaml-syntax")
        expect(`${said}${mend}`, code).not.toMatch(/\p{L}'\p{L}| (?:[:;?»]|!(?!=))|« /u);
    }
  });

  it("has a broken example for every rule, and no example of a rule that does not exist", () => {
    // Rules of migrations need two versions: they have their own tests.
    const rules = Object.keys(CODES).filter((code) => !code.startsWith("migration-"));
    expect([...new Set(examples.map(({ code }) => code))].sort()).toEqual(rules.sort());
  });
});
