import { describe, expect, it } from "vitest";
import { CODES } from "../../../questionnaires/compile/codes.ts";
import { TERRITORY_CODES } from "../../../questionnaires/compile/territory-codes.ts";
import { type Broken, blamedLine, brokenExamples, brokenFiles } from "../compile/broken.ts";
import { compiled, FOLDER, TERRITORY_FIXTURES, territoryFiles } from "./mini.ts";

const examples = brokenExamples(`${TERRITORY_FIXTURES}broken`);
const filesOf = (example: Broken) => brokenFiles(example, territoryFiles());

describe("the check of the territories", () => {
  it("finds nothing in the small valid ones", () => {
    expect(compiled().findings).toEqual([]);
  });

  it.each(examples.map((one) => [one.code, one.title, one] as const))("finds %s: %s", (code, _title, example) => {
    const { findings, territories } = compiled(filesOf(example));
    expect(findings.map((finding) => finding.code).sort()).toEqual([code, ...(example.also ?? [])].sort());
    const { file } = example.blames;
    const place = `${file === "" ? FOLDER : `${FOLDER}/${file}`}:${blamedLine(filesOf(example), example)}`;
    const found = findings.find((one) => one.code === code && `${one.file}:${one.line}` === place);
    expect(found, `${code} at ${place}, got ${JSON.stringify(findings)}`).toBeDefined();
    expect(found?.severity).toBe(example.severity ?? "error");
    if (example.says !== undefined) expect(findings.map(({ message }) => message)).toContain(example.says);
    expect(territories.length > 0).toBe(example.severity === "warning");
  });

  it("says what is wrong and how to mend it, in French typography", () => {
    for (const { message, mend, code } of examples.flatMap((one) => compiled(filesOf(one)).findings)) {
      const said = message.replace(/«\u00a0[^»]*»/g, "…");
      expect(message.length, code).toBeGreaterThan(10);
      expect(mend.length, code).toBeGreaterThan(5);
      if (code !== "typography" && code !== "yaml-syntax")
        expect(`${said}${mend}`, code).not.toMatch(/\p{L}'\p{L}| (?:[:;?»]|!(?!=))|« /u);
    }
  });

  it("has a broken example for every rule of its own, and none for a rule that does not exist", () => {
    const shown = new Set(examples.map(({ code }) => code));
    expect(Object.keys(TERRITORY_CODES).filter((code) => !shown.has(code))).toEqual([]);
    expect([...shown].filter((code) => !(code in TERRITORY_CODES || code in CODES))).toEqual([]);
  });
});
