import { describe, expect, it } from "vitest";
import { parseExpression } from "../../../questionnaires/compile/expression.ts";
import { conditionsOf } from "../../../questionnaires/compile/space/walk-conditions.ts";
import { compareVersions } from "../../../questionnaires/preview/compare-versions.ts";
import { writeCondition } from "../../../questionnaires/preview/write-condition.ts";
import { shippedQuestionnaire } from "../compile/content.ts";
import { mini } from "../compile/mini.ts";

const ACCESS = "questions-acces.yaml";

describe("the changes from one version to the next", () => {
  it("are none when nothing changed but the date", () => {
    expect(compareVersions(mini(), mini({ file: "questionnaire.yaml", from: "2026-01-15", to: "2026-02-01" }))).toEqual(
      [],
    );
  });

  it("tell a reworded question, field by field", () => {
    const reworded = mini({ file: ACCESS, from: '"Aucun suivi"', to: '"Personne ne suit"' });
    expect(compareVersions(mini(), reworded)).toEqual([
      {
        title: "Questions",
        added: [],
        removed: [],
        changed: [
          {
            id: "acc-departs",
            label: "Sous quel délai un compte est-il fermé après un départ\u00a0?",
            fields: [{ field: "Réponse 0", before: "Aucun suivi", after: "Personne ne suit" }],
          },
        ],
      },
    ]);
  });

  it("tell weights, ranks and conditions in the authors' own words", () => {
    const changed = mini(
      {
        file: ACCESS,
        from: "rank: 7\n    weight: 1\n    when: connectes",
        to: "rank: 8\n    weight: 3\n    when: connectes and soins == oui",
      },
      { file: "domains.yaml", from: "weight: 60", to: "weight: 70" },
      { file: "domains.yaml", from: "weight: 40", to: "weight: 30" },
    );
    const [questions, domains] = compareVersions(mini(), changed);
    expect(questions?.changed.map(({ id, fields }) => [id, fields])).toEqual([
      [
        "acc-equipements",
        [
          { field: "Rang", before: "7", after: "8" },
          { field: "Poids", before: "1", after: "3" },
          { field: "Condition", before: "connectes", after: "connectes and soins == oui" },
        ],
      ],
    ]);
    expect(domains?.changed.map(({ id, fields }) => [id, fields[0]])).toEqual([
      ["sauvegardes", { field: "Poids", before: "60", after: "70" }],
      ["acces", { field: "Poids", before: "40", after: "30" }],
    ]);
  });

  it("tell what came and what went, by identifier", () => {
    const renamed = mini({ file: ACCESS, from: "id: acc-equipements", to: "id: acc-usine" });
    const [questions, ...others] = compareVersions(mini(), renamed);
    expect(questions?.added.map(({ id }) => id)).toEqual(["acc-usine"]);
    expect(questions?.removed.map(({ id }) => id)).toEqual(["acc-equipements"]);
    expect(questions?.changed).toEqual([]);
    expect(others).toEqual([]);
  });

  it("overlook no part of a questionnaire", () => {
    const whole: Record<string, unknown> = { ...mini() };
    const silent = Object.keys(whole).filter((key) => {
      const without = { ...mini(), [key]: emptied(whole[key]) };
      return compareVersions(mini(), without).length === 0;
    });
    expect(silent.sort()).toEqual(["hash", "id", "publishedOn", "version"]);
  });
});

function emptied(value: unknown): unknown {
  if (Array.isArray(value)) return value.length > 0 ? [] : ["something"];
  if (typeof value === "object" && value !== null) return "action" in value ? { ...value, action: "other" } : {};
  return typeof value === "number" ? value + 1 : "changed";
}

describe("a condition written back", () => {
  it("means the same: compiling it again gives the same condition, for every shipped one", () => {
    const conditions = conditionsOf(shippedQuestionnaire()).map(({ condition }) => condition);
    for (const condition of conditions) {
      expect(parseExpression(writeCondition(condition)), writeCondition(condition)).toEqual({ ok: true, condition });
    }
  });

  it.each([
    "a == b or c in (d, e) and not f",
    "(a or b) and not (c == d or e)",
    "a != b",
    "not (a in (b, c))",
    "toujours",
  ])("is « %s » again", (expression) => {
    const parsed = parseExpression(expression);
    expect(parsed.ok && parseExpression(writeCondition(parsed.condition))).toEqual(parsed);
  });
});
