/** A migration file that is wrong is refused at build, on its line, with a remedy; one broken example per rule. */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { QUESTIONNAIRES_ROOT } from "../../../questionnaires/compile/compile-all.ts";
import { compileMigration } from "../../../questionnaires/compile/migration.ts";
import { MIGRATION_CODES } from "../../../questionnaires/compile/migration-codes.ts";
import { compileMigrations } from "../../../questionnaires/compile/migrations.ts";
import { readSources } from "../../../questionnaires/compile/read-sources.ts";
import type { Questionnaire } from "../../../questionnaires/schema/compiled.ts";
import { findings, first, second } from "./shipped-migrations.ts";

const FOLDER = "questionnaires/esms/1.1.0";
const FILE = `${FOLDER}/migration.yaml`;
const from = first.questionnaire;
const to = second.questionnaire;
const shipped =
  readSources(`${QUESTIONNAIRES_ROOT}esms/1.1.0`).find(({ name }) => name === "migration.yaml")?.text ?? "";

function compiled(text: string, next: Questionnaire = to) {
  return compileMigration(FOLDER, { name: "migration.yaml", text }, from, next);
}

function changed(before: string, after: string): string {
  if (shipped.split(before).length !== 2) throw new Error(`« ${before} » must stand exactly once.`);
  return shipped.replace(before, () => after);
}

function lineOf(text: string, wanted: string): number {
  return 1 + text.split("\n").findIndex((line) => line.includes(wanted));
}

const REGISTER = "conf-registre: { 0: 0, 1: 1, 2: 2, nsp: nsp }";

/** Title, code, the change, and the words that stand on the blamed line. */
const BROKEN = [
  ["another starting point", "migration-missing", 'from: "1.0.0"', 'from: "0.9.0"', "from:"],
  ["an unknown old question", "migration-unknown", "  res-locaux:", "  res-local:", "res-local:"],
  ["an unknown new question", "migration-unknown", REGISTER, "conf-register: { 0: 0 }", "conf-register:"],
  ["a question kept that is gone", "migration-fate", "fate: dropped", "fate: kept", "res-locaux:"],
  ["an answer that is not offered", "migration-fate", REGISTER, "conf-registre: { 0: na }", "conf-registre: { 0: na"],
  ["a mapping without a target", "migration-fate", `    to:\n      ${REGISTER}\n`, "", "conf-registre:"],
  [
    "a question without fate",
    "migration-forgotten",
    / {2}res-locaux:\n.*\n.*\n/.exec(shipped)?.[0] ?? "",
    "",
    "questions:",
  ],
  [
    "a question reworded in silence",
    "migration-reworded",
    / {2}res-parefeu:\n.*\n.*\n/.exec(shipped)?.[0] ?? "",
    "",
    "questions:",
  ],
  ["a question that gets two answers", "migration-twice", REGISTER, "conf-dpo: { 0: 0 }", "conf-dpo:"],
  ["a level that does not exist", "wrong-value", REGISTER, "conf-registre: { 0: 5 }", "conf-registre: { 0: 5"],
  ["a fate that does not exist", "wrong-type", "fate: dropped", "fate: deleted", "fate: deleted"],
  ["an unknown key", "unknown-key", 'from: "1.0.0"', 'from: "1.0.0"\nvers: "1.1.0"', "vers:"],
] as const;

describe("the shipped migration files", () => {
  it("have nothing wrong, and one stands between each version and the next", () => {
    expect(findings).toEqual([]);
    expect(compiled(shipped).findings).toEqual([]);
  });

  it("speak of every question of the old version", () => {
    expect(Object.keys(compiled(shipped).migration?.questions ?? {})).toEqual(from.questions.map(({ id }) => id));
  });

  it("give their reasons in short French sentences, with French spaces", () => {
    const fates = Object.values(compiled(shipped).migration?.questions ?? {});
    const reasons = fates.flatMap(({ reason }) => reason ?? []);
    expect(reasons.length).toBeGreaterThanOrEqual(7);
    for (const reason of reasons) {
      expect(reason).not.toMatch(/['"]|(?<!\u00a0)[:;?!»%]|«(?!\u00a0)/u);
      for (const sentence of reason.split(/(?<=[.?!])\s/u))
        expect(sentence.split(/\s/u).length).toBeLessThanOrEqual(30);
    }
  });
});

describe("a broken migration file", () => {
  it.each(BROKEN)("is refused on its line: %s", (_, code, before, after, blamed) => {
    const text = changed(before, after);
    const result = compiled(text);
    const found = result.findings.find((finding) => finding.code === code);
    expect(found, JSON.stringify(result.findings)).toMatchObject({ severity: "error", file: FILE });
    expect(found?.line).toBe(lineOf(text, blamed));
    expect(found?.mend).not.toBe("");
    expect(result.migration).toBeNull();
  });

  it("has an example here for every rule", () => {
    const shown = new Set<string>(BROKEN.map(([, code]) => code));
    expect(Object.keys(MIGRATION_CODES).filter((code) => !shown.has(code))).toEqual([]);
  });

  it("may simply be absent, which is refused for any version but the first", () => {
    const absent = compileMigration(FOLDER, undefined, from, to).findings;
    expect(absent).toMatchObject([{ severity: "error", code: "migration-missing", file: FILE, line: 1 }]);
    expect(compileMigration(FOLDER, undefined, null, from)).toEqual({ migration: null, findings: [] });
  });

  it("stops the build, found from the folders themselves", () => {
    const root = mkdtempSync(join(tmpdir(), "versions-"));
    for (const version of ["1.0.0", "1.1.0"]) {
      const folder = join(root, "esms", version);
      mkdirSync(folder, { recursive: true });
      for (const { name, text } of readSources(`${QUESTIONNAIRES_ROOT}esms/${version}`)) {
        if (name !== "migration.yaml") writeFileSync(join(folder, name), text);
      }
    }
    const { migrations, findings: found } = compileMigrations(root);
    expect(migrations).toEqual([]);
    expect(found.map(({ code }) => code)).toEqual(["migration-missing"]);
  });
});

describe("a profile that changes", () => {
  const without = (id: string): Questionnaire => ({ ...to, profile: to.profile.filter((one) => one.id !== id) });
  const withProfile = (lines: string) => `${shipped}\nprofile:\n${lines}`;
  const [sector] = to.profile.filter(({ id }) => id === "secteur");
  const renamed: Questionnaire = {
    ...to,
    profile: to.profile.map((one) =>
      one === sector ? { ...one, options: one.options.filter(({ value }) => value !== "majeurs") } : one,
    ),
  };

  it("needs a fate for a variable or a value that is gone", () => {
    expect(compiled(shipped, without("places")).findings).toMatchObject([{ code: "migration-forgotten" }]);
    expect(compiled(shipped, renamed).findings).toMatchObject([{ code: "migration-forgotten" }]);
  });

  it("is settled by dropping the variable, or by an image for the value", () => {
    const dropped = withProfile('  places: { fate: dropped, reason: "Inutile." }\n');
    expect(compiled(dropped, without("places")).findings).toEqual([]);
    const mapped = withProfile('  secteur: { fate: mapped, reason: "Fusion.", values: { majeurs: autre } }\n');
    const result = compiled(mapped, renamed);
    expect(result.findings).toEqual([]);
    expect(result.migration?.profile).toEqual({
      secteur: { fate: "mapped", reason: "Fusion.", values: { majeurs: "autre" } },
    });
  });

  it.each([
    ["an unknown variable", "migration-unknown", '  taile: { fate: re-ask, reason: "?" }\n'],
    ["an unknown value", "migration-unknown", '  taille: { fate: mapped, reason: "?", values: { grande: 10_49 } }\n'],
    ["dropping what is still there", "migration-fate", '  taille: { fate: dropped, reason: "?" }\n'],
  ])("refuses %s", (_, code, lines) => {
    expect(compiled(withProfile(lines)).findings).toMatchObject([{ severity: "error", code }]);
  });
});
