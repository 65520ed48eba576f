/** What 1.1.0 is, next to 1.0.0: reworded, added, retired, split; and that its changelog tells the truth. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { QUESTIONNAIRES_ROOT } from "../../../questionnaires/compile/compile-all.ts";
import { adapted, examplesOf } from "../../support/questionnaires.ts";
import { measure } from "./figures.ts";
import { first, second, step } from "./shipped-migrations.ts";

/** Mutation testing tries fewer profiles, too few for these figures. */

const before = new Map(first.questions.map((question) => [question.id, question]));
const after = new Map(second.questions.map((question) => [question.id, question]));

describe("version 1.1.0", () => {
  it("adds, retires and splits questions", () => {
    expect([...after.keys()].filter((id) => !before.has(id)).sort()).toEqual([
      "conf-aipd",
      "poste-mobile-perte",
      "poste-mobile-usage",
      "tiers-alerte",
    ]);
    expect([...before.keys()].filter((id) => !after.has(id)).sort()).toEqual(["poste-mobile", "res-locaux"]);
    expect(step.questions["poste-mobile"]).toMatchObject({ fate: "mapped" });
    expect(step.questions["res-locaux"]).toMatchObject({ fate: "dropped" });
  });

  it("rewords some with the same meaning, and some with another", () => {
    const said = Object.entries(step.questions).filter(([, { reason }]) => reason !== null);
    const fates = Object.groupBy(said, ([, { fate }]) => fate);
    expect(fates.kept?.map(([id]) => id)).toEqual(["res-parefeu", "cont-contacts", "tiers-secours"]);
    expect(fates.mapped?.map(([id]) => id)).toEqual(["conf-registre", "acc-mfa-dui", "poste-mobile"]);
  });

  it("changes nothing of the core questions but their rank", () => {
    const core = (model: typeof first) =>
      model.questions.filter((question) => question.core).map((question) => ({ ...question, rank: 0 }));
    expect(core(second)).toEqual(core(first));
  });

  it("asks the EHPAD of the examples the same forty questions, in the same order, with the same answers but one", () => {
    const profile = examplesOf(first)[1]?.profile;
    const [old, now] = [adapted(first, profile).displayed, adapted(second, profile).displayed];
    expect(now.map(({ id }) => id)).toEqual(old.map(({ id }) => id));
    const other = now.filter(({ options }, place) => options.join() !== old[place]?.options.join());
    expect(other.map(({ id }) => id)).toEqual(["conf-registre"]);
    expect(other[0]?.options.slice(0, 4)).toEqual(before.get("conf-registre")?.options.slice(0, 4));
  });

  it("names every link by where it leads, never twice the same name for two places", () => {
    const resources = second.questionnaire.actions.flatMap((action) => action.resources);
    const links = resources.filter(({ url }) => url !== null);
    for (const { label } of links) expect(label.split(/\s/u).length, label).toBeGreaterThanOrEqual(3);
    const places = new Map<string, string | null>();
    for (const { label, url } of links) {
      expect(places.get(label) ?? url, label).toBe(url);
      places.set(label, url);
    }
  });
});

describe("the changelog", () => {
  const text = readFileSync(`${QUESTIONNAIRES_ROOT}esms/CHANGELOG.md`, "utf8");
  /** The numbers of one row of its table of measures, before and after. */
  const row = (title: string) => {
    const cells =
      text
        .split("\n")
        .find((line) => line.startsWith(`| ${title}`))
        ?.split("|")
        .slice(2, 4) ?? [];
    return cells.map((cell) => (cell.match(/\d+(?:,\d+)?/g) ?? []).map((number) => Number(number.replace(",", "."))));
  };

  it("names every question that changes", () => {
    const changed = [...after.keys(), ...before.keys()].filter((id) => !(before.has(id) && after.has(id)));
    const said = Object.entries(step.questions).flatMap(([id, { reason }]) => (reason === null ? [] : [id]));
    for (const id of [...changed, ...said]) expect(text).toContain(`\`${id}\``);
  });

  it("gives figures that a fresh sample finds again, within a point and a half", () => {
    const close = (told: number | undefined, measured: number) =>
      expect(Math.abs((told ?? Number.NaN) - measured)).toBeLessThan(1.5);
    [first, second].forEach((model, version) => {
      const { seen, aboveLimit, oneThirdParty, mayVanish, mayRestOnOne } = measure(model, 6000);
      const [fewest, median, most] = row("Questions vues")[version] ?? [];
      expect(fewest).toBeLessThanOrEqual(seen[0]);
      expect([median, most]).toEqual([seen[1], seen[2]]);
      close(row("Profils au-delà")[version]?.[0], aboveLimit);
      close(row("Profils à une seule")[version]?.[0], oneThirdParty);
      close(row("Profils où ce domaine peut disparaître")[version]?.[0], mayVanish);
      close(row("Profils où ce domaine peut ne garder")[version]?.[0], mayRestOnOne);
    });
  });
});
