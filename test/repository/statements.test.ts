/** The statements say what the code does and what the tests hold: no figure of theirs is written by hand. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { typographyFaults } from "../../questionnaires/compile/checks/typography.ts";
import { mainOf } from "../../scripts/build-pages.ts";
import { pageFacts } from "../../scripts/page-facts.ts";
import { readWords } from "../../scripts/words.ts";
import { countResults, type Facts } from "../../widget/pages/facts.ts";
import { FLOOR, ROUNDING } from "../../worker/statistics/disclosure/thresholds.ts";
import { CONTRIBUTION_QUARTERS, RECEIPT_DAYS, RECOVERY_DAYS } from "../../worker/store/retention.ts";
import { shipped } from "../support/questionnaires.ts";

/** How many criteria each theme of the RGAA 4.1 has: 106 in all. */
const CRITERIA = [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12];

const questionnaire = shipped.at(-1)?.questionnaire;
if (!questionnaire) throw new Error("No questionnaire is shipped");
const facts: Facts = { ...pageFacts(questionnaire), pages: ["home"] };
const { themes } = facts.accessibility;
const criteria = themes.flatMap((theme) => theme.criteria);

/** The text of a statement, one line per piece, with its spaces made plain. */
async function said(page: string, given: Facts = facts): Promise<readonly string[]> {
  const words = { ...readWords("fr", "layout"), ...readWords("fr", page) };
  const markup = await mainOf(page, words, given);
  return markup
    .split(/<[^>]+>/)
    .map((text) => text.replaceAll("\u00a0", " ").trim())
    .filter((text) => text !== "");
}

describe("the table of criteria", () => {
  it("has the 106 criteria of the RGAA 4.1, each once, in order", () => {
    const expected = CRITERIA.flatMap((count, theme) =>
      Array.from({ length: count }, (_, index) => `${theme + 1}.${index + 1}`),
    );
    expect(criteria.map(({ id }) => id)).toEqual(expected);
    expect(expected.length).toBe(106);
  });

  it("calls met only what a test holds, and names tests that exist", () => {
    for (const { id, result, tests = [] } of criteria) {
      expect(["conform", "nonconform", "not-applicable", "not-tested"], id).toContain(result);
      if (result === "conform") expect(tests, id).not.toEqual([]);
      if (result === "not-applicable") expect(tests, id).toEqual([]);
      for (const file of tests) expect(existsSync(file), `${id}: ${file}`).toBe(true);
    }
  });

  it("says how each is known, in correct French", () => {
    const texts = criteria.flatMap(({ about, how }) => [about, how]);
    expect(texts.filter((text) => text === "")).toEqual([]);
    expect(texts.flatMap((text) => typographyFaults(text).map(([what]) => `${text}: ${what}`))).toEqual([]);
  });
});

describe("the accessibility statement", () => {
  it("counts what the table holds, and the parts make the whole", async () => {
    const lines = await said("accessibilite");
    const counts = countResults(themes);
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(criteria.length);
    const words = readWords("fr", "accessibilite");
    for (const [result, count] of Object.entries(counts)) {
      const label = (words[`result.${result}.long`] ?? "").replaceAll("\u00a0", " ");
      expect(lines[lines.indexOf(label) + 1], label).toBe(String(count));
    }
  });

  it("shows every criterion with its result, and calls itself neither audited nor conform", async () => {
    const lines = await said("accessibilite");
    const words = readWords("fr", "accessibilite");
    for (const { id, about, result } of criteria) {
      const place = lines.indexOf(`${id} ${about}`.replaceAll("\u00a0", " "));
      expect(lines[place + 1], id).toBe(words[`result.${result}`]);
    }
    const text = lines.join(" ");
    expect(text).toContain("Ce service est non conforme");
    expect(text).toContain("Il n’a pas été audité par un tiers");
    expect(text).toContain("Défenseur des droits");
  });

  it("lists what fails as soon as the table says so", async () => {
    const [first, ...rest] = themes;
    if (!first) throw new Error("No theme");
    const failing = first.criteria.map((one, index) => (index ? one : { ...one, result: "nonconform" as const }));
    const accessibility = { ...facts.accessibility, themes: [{ ...first, criteria: failing }, ...rest] };
    const text = (await said("accessibilite", { ...facts, accessibility })).join(" ");
    expect(text).toContain("Non-conformités connues : 1.1 ");
    expect(text).not.toContain("aucune connue à ce jour");
  });
});

describe("the privacy notice", () => {
  const privacy = (changed: Partial<Facts["privacy"]>): Facts => ({
    ...facts,
    privacy: { ...facts.privacy, ...changed },
  });

  it("gives the days of the store, the kept part of the profile, and what stays in the page", async () => {
    const text = (await said("confidentialite")).join(" ");
    expect(text).toContain(`effacée ${RECEIPT_DAYS} jours après`);
    const names = (wanted: boolean) =>
      questionnaire.profile.filter(({ kept }) => kept === wanted).map(({ name }) => name.replaceAll("\u00a0", " "));
    expect(text).toContain(names(true).join(", "));
    expect(text).toContain(`Reste dans la page : ${names(false).join(", ")}.`);
    expect((await said("confidentialite", privacy({ receiptDays: 9 }))).join(" ")).toContain("effacée 9 jours après");
  });

  it("rests on one list: SCHEMA.md explains every table and every column that the migrations create", () => {
    const schema = readFileSync("worker/store/SCHEMA.md", "utf8");
    for (const { name, columns } of facts.privacy.tables) {
      expect(schema).toContain(`\`${name}\``);
      for (const column of columns) expect(schema, `${name}.${column}`).toMatch(new RegExp(`\\b${column}\\b`));
    }
  });

  it("gives every duration and every protection of the code, and moves when one of them moves", async () => {
    const moved: readonly (readonly [keyof Facts["privacy"], number, string])[] = [
      ["receiptDays", RECEIPT_DAYS, "est effacée {} jours après"],
      ["contributionMonths", 3 * CONTRIBUTION_QUARTERS, "est effacée {} mois après la fin du trimestre"],
      ["recoveryDays", RECOVERY_DAYS, "pendant {} jours au plus"],
      ["minimum", FLOOR, "moins de {} contributions"],
      ["minimum", FLOOR, "au moins {} contributions l’ont changé"],
      ["rounding", ROUNDING, "au multiple de {} le plus proche"],
    ];
    const text = (await said("confidentialite")).join(" ");
    for (const [fact, value, sentence] of moved) {
      expect(text).toContain(sentence.replace("{}", String(value)));
      const other = (await said("confidentialite", privacy({ [fact]: value + 1 }))).join(" ");
      expect(other).toContain(sentence.replace("{}", String(value + 1)));
      expect(other).not.toContain(sentence.replace("{}", String(value)));
    }
  });

  it("explains every column of a sending that the migrations create, and refuses to be built without one", async () => {
    const created = readFileSync("worker/migrations/0001_receipts_and_contributions.sql", "utf8");
    const columns = facts.privacy.tables.flatMap((table) => table.columns);
    for (const [, column] of created.matchAll(/^ {2}(\w+) (?:BLOB|TEXT|INTEGER)/gm)) expect(columns).toContain(column);
    const lines = await said("confidentialite");
    const words = readWords("fr", "confidentialite");
    for (const { name, columns: own } of facts.privacy.tables.slice(0, 2)) {
      for (const column of own) expect(lines).toContain(words[`stored.${name}.${column}.name`]);
    }
    const curious = [{ name: "contributions", columns: ["id", "address"] }];
    await expect(said("confidentialite", privacy({ tables: curious }))).rejects.toThrow("stored.contributions.address");
    await expect(said("confidentialite", privacy({ tables: [{ name: "visits", columns: [] }] }))).rejects.toThrow(
      "stored.visits",
    );
  });
});
