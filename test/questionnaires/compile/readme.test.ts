import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { checkVersion } from "../../../questionnaires/compile/check-version.ts";
import { CODES } from "../../../questionnaires/compile/codes.ts";
import { QUESTIONNAIRES_ROOT } from "../../../questionnaires/compile/compile-all.ts";
import { EDITOR_SCHEMAS } from "../../../questionnaires/compile/editor-schemas.ts";
import { parseExpression } from "../../../questionnaires/compile/expression.ts";
import { MIGRATION_CODES } from "../../../questionnaires/compile/migration-codes.ts";
import { readSources } from "../../../questionnaires/compile/read-sources.ts";
import { comparisonsOf } from "../../../questionnaires/compile/space/walk-conditions.ts";
import { TERRITORY_CODES } from "../../../questionnaires/compile/territory-codes.ts";
import {
  adapt,
  diagnose,
  indexQuestionnaire,
  parseAnswers,
  parseProfile,
} from "../../../questionnaires/engine/engine.ts";
import { compareVersions } from "../../../questionnaires/preview/compare-versions.ts";
import { shippedQuestionnaire } from "./content.ts";
import { mini, miniFiles } from "./mini.ts";

const README = readFileSync(`${QUESTIONNAIRES_ROOT}README.md`, "utf8");
const plain = README.replaceAll("\u00a0", " ");
const blocks = [...README.matchAll(/```(\w+)\n([\s\S]*?)```/g)].map(([, language, text]) => ({
  language,
  text: text ?? "",
}));

describe("the README for authors", () => {
  it("names every rule of the check, every file of a version and every command, and no command that does not exist", () => {
    const rules = [...Object.keys(CODES), ...Object.keys(MIGRATION_CODES), ...Object.keys(TERRITORY_CODES)];
    expect(rules.filter((code) => !README.includes(`| \`${code}\` |`))).toEqual([]);
    expect(Object.keys(EDITOR_SCHEMAS).filter((name) => !README.includes(name))).toEqual([]);
    const { scripts } = JSON.parse(readFileSync(`${QUESTIONNAIRES_ROOT}../package.json`, "utf8"));
    const named = new Set([...README.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name));
    const existing = Object.keys(scripts).filter((name) => /^(campaign$|questionnaires:|docs:coverage$)/.test(name));
    expect([...named].sort()).toEqual(existing.sort());
  });

  it("states the ten laws", () => {
    const laws = plain.split("## Les dix lois")[1]?.split("\n## ")[0] ?? "";
    expect(laws.match(/^\d+\. \*\*/gm)).toHaveLength(10);
  });

  it("gives conditions that the grammar accepts, on variables that exist", () => {
    const { profile, derived } = shippedQuestionnaire();
    const known = [...profile, ...derived].map(({ id }) => id);
    const conditions =
      blocks
        .find(({ text }) => text.startsWith("toujours"))
        ?.text.trim()
        .split("\n") ?? [];
    expect(conditions.length).toBeGreaterThan(4);
    for (const expression of conditions) {
      const parsed = parseExpression(expression);
      expect(parsed.ok, expression).toBe(true);
      if (parsed.ok)
        expect(known).toEqual(expect.arrayContaining(comparisonsOf(parsed.condition).map(({ variable }) => variable)));
    }
  });

  it("has French typography outside the code", () => {
    const prose = README.replace(/```[\s\S]*?```|`[^`\n]*`/g, "CODE").replace(/^\|[-| ]+$/gm, "");
    expect(prose.match(/.{0,20}(?:\p{L}'\p{L}|[^\u00a0\s|][;?!»]| [:;?!»]|«[^\u00a0]).{0,20}/gu)).toBeNull();
  });
});

/** « 60 », « 0,8 »: as a French reader writes a number. */
const french = (value: number | null | undefined) => String(value).replace(".", ",");

describe("the score that the README works out by hand", () => {
  const questionnaire = mini();
  const model = indexQuestionnaire(questionnaire);
  const examples = parse(miniFiles().find(({ name }) => name === "examples.yaml")?.text ?? "");
  const { profile, answers } = examples.examples[0];
  const state = parseProfile(model, profile);
  if (!state.ok) throw new Error(JSON.stringify(state.issues));
  const adapted = adapt(model, state.value);
  const given = parseAnswers(adapted, answers);
  if (!given.ok) throw new Error(JSON.stringify(given.issues));
  const result = diagnose(adapted, given.value);
  const levelOf = (id: string) => (typeof answers[id] === "number" ? answers[id] : 0);
  const weightsOf = (domain: string) => adapted.displayed.filter((one) => one.domain === domain);
  const total = (domain: string) => weightsOf(domain).reduce((sum, { weight }) => sum + weight, 0);

  it("has the profile's figures", () => {
    expect(plain).toContain(
      `= ${state.value.exposure}\nClasse : ${result.class}, score attendu ${result.expected}, cible ${state.value.class.target}, cible socle ${state.value.class.coreTarget}`,
    );
  });

  it("has each question, weight and answer", () => {
    for (const { id, domain, weight, core } of adapted.displayed) {
      const { label, weight: share } = questionnaire.domains.find((one) => one.id === domain) ?? {
        label: "",
        weight: 0,
      };
      expect(plain).toContain(
        `| \`${id}\`${core ? " (socle)" : ""} | ${label} (${share}) | ${weight} | ${answers[id]} | ${levelOf(id)} |`,
      );
    }
  });

  it("has the domains', raw and final scores that the engine finds", () => {
    for (const { id, score } of result.domains) {
      const label = questionnaire.domains.find((one) => one.id === id)?.label;
      const sum = weightsOf(id)
        .map((one) => `${one.weight} × ${levelOf(one.id)}`)
        .join(" + ");
      expect(plain).toContain(`${label} : 100 × (${sum}) ÷ (4 × ${total(id)}) = ${score}`);
    }
    const shares = questionnaire.domains.map(
      ({ id, weight }) => `${weight} × ${result.domains.find((one) => one.id === id)?.score}`,
    );
    expect(plain).toContain(`Score brut : (${shares.join(" + ")}) ÷ 100 = ${result.rawScore}`);
    expect(plain).toContain(
      `Score final : le plus petit de ${result.rawScore} et ${result.cap?.limit} = ${result.score}`,
    );
    expect(plain).toContain(
      `Niveau : ${result.level}, score attendu ${result.expected} ${result.reached ? "atteint" : "non atteint"}`,
    );
    expect(plain).toContain(
      `Confiance : ${result.counted - result.unknown} ÷ ${result.counted} = ${french(result.confidence)}`,
    );
    expect(plain).toContain(`Intervalle : de ${result.interval[0]} à ${result.interval[1]}`);
  });

  it("has the gain and the priority of each action, in the order of the plan, behind the one that finds out", () => {
    const lines = plain.match(/^act-\w+ : gain .*$/gm) ?? [];
    const [first, ...rest] = result.actions;
    expect(first?.id).toBe("act-inconnues");
    expect(lines).toHaveLength(rest.length);
    rest.forEach(({ id, gain, priority, because }, index) => {
      const { impact, effort, cost } = model.actionById.get(id) ?? { impact: 0, effort: 0, cost: 0 };
      const question = model.questionById.get(because[0] ?? "");
      const share = questionnaire.domains.find((one) => one.id === question?.domain)?.weight;
      expect(lines[index]).toContain(
        `${id} : gain ${share} × ${question?.weight} × 3 ÷ (4 × ${total(question?.domain ?? "")})`,
      );
      expect(lines[index]).toContain(
        `= ${gain}, priorité ${gain} × ${impact} ÷ (${effort} + ${cost} ÷ 2) = ${priority}`,
      );
    });
  });
});

describe("the change that the README makes from beginning to end", () => {
  const snippet = (file: string) =>
    blocks.find(({ text }) => text.startsWith(`# ${file}\n`))?.text.replace(/^.*\n/, "") ?? "";
  const before = readSources(`${QUESTIONNAIRES_ROOT}esms/1.1.0`);
  const version = (without: readonly string[] = []) =>
    before
      .filter(({ name }) => name !== "migration.yaml")
      .map(({ name, text }) => {
        if (name === "questionnaire.yaml") return { name, text: text.replace('version: "1.1.0"', 'version: "1.2.0"') };
        const added =
          ["questions-acces.yaml", "actions.yaml", "examples.yaml"].includes(name) && !without.includes(name);
        return { name, text: added ? `${text.trimEnd()}\n\n${snippet(name)}` : text };
      });
  const FOLDER = "questionnaires/esms/1.2.0";

  it("passes the check, its example included", () => {
    const errors = checkVersion(FOLDER, version(), {}).findings.filter(({ severity }) => severity === "error");
    expect(errors).toEqual([]);
    expect(parse(snippet("migration.yaml"))).toEqual({ from: "1.1.0", questions: {} });
  });

  it("shows only what it added when compared with the version before", () => {
    const old = checkVersion("questionnaires/esms/1.1.0", before, {}).questionnaire;
    const { questionnaire } = checkVersion(FOLDER, version(), {});
    expect(
      old &&
        questionnaire &&
        compareVersions(old, questionnaire).map(({ title, added, removed, changed }) => [
          title,
          added.map(({ id }) => id),
          removed,
          changed,
        ]),
    ).toEqual([
      ["Questions", ["acc-partages"], [], []],
      ["Actions", ["act-coffre"], [], []],
    ]);
  });

  it("is answered as the README says when the action is forgotten", () => {
    const [finding] = checkVersion(FOLDER, version(["actions.yaml"]), {}).findings.filter(
      ({ code }) => code === "unknown-action",
    );
    expect(plain).toContain(`erreur unknown-action — ${finding?.message} → ${finding?.mend}`.replaceAll("\u00a0", " "));
  });
});
