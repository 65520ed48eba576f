/** Two dates: actions done, new, still there; and the order of the versions. */
import { describe, expect, it } from "vitest";
import { pack } from "../../../questionnaires/engine/engine.ts";
import { createLibrary } from "../../../widget/codes/library.ts";
import { openCode } from "../../../widget/codes/open-code.ts";
import { progressOf } from "../../../widget/tools/progress.ts";
import { domainsOf, establishmentOf, tableOf } from "../../../widget/tools/side-by-side.ts";
import { migrations } from "../../questionnaires/versions/shipped-migrations.ts";
import { adapted, answersTo, examplesOf, version } from "../../support/questionnaires.ts";

const older = version("esms", "1.0.0");
const latest = version("esms", "1.1.0");
const library = createLibrary(latest, migrations, "", (async () => Response.json(older.questionnaire)) as typeof fetch);

async function open(model: typeof latest, changes: Readonly<Record<string, unknown>> = {}, only?: readonly string[]) {
  const example = examplesOf(model).find(({ title }) => title.includes("EHPAD"));
  const questionnaire = adapted(model, example?.profile);
  const given = Object.entries({ ...example?.answers, ...changes }).filter(([id]) => only?.includes(id) ?? true);
  const answers = answersTo(questionnaire, Object.fromEntries(given));
  const found = await openCode(library, pack({ adapted: questionnaire, answers }));
  if (!found.ok) throw new Error(found.reason);
  return found.value;
}

describe("progress between two dates", () => {
  it("names the action that a better answer made needless, the one that a worse one brought, and those that stay", async () => {
    const progress = progressOf(
      migrations,
      await open(latest),
      await open(latest, { "sauv-test": 4, "gouv-referent": 0 }),
    );
    const title = (id: string) => latest.actionById.get(id)?.title;
    const { before, after } = progress?.comparison ?? {};
    const ids = (result: typeof before) => result?.actions.map(({ id }) => id) ?? [];
    expect(progress?.actions.gone).toEqual(
      ids(before)
        .filter((id) => !ids(after).includes(id))
        .map(title),
    );
    expect(progress?.actions.gone).toContain(title("act-test-restauration"));
    expect(progress?.actions.added).toEqual(
      ids(after)
        .filter((id) => !ids(before).includes(id))
        .map(title),
    );
    expect(progress?.actions.still.length).toBeGreaterThan(0);
    expect(progress?.swapped).toBe(false);
    expect(progress?.comparison.changes.map(({ id, direction }) => [id, direction])).toEqual([
      ["gouv-referent", "down"],
      ["sauv-test", "up"],
    ]);
  });

  it("puts two versions in their order, says so, and compares what they share", async () => {
    const progress = progressOf(migrations, await open(latest), await open(older));
    expect(progress?.swapped).toBe(true);
    expect(progress?.before.own.adapted.model.questionnaire.version).toBe("1.0.0");
    expect(progress?.comparison.common.questions.length).toBeGreaterThan(20);
    expect(progress?.comparison.common.questions.some(({ id }) => id === "conf-registre")).toBe(false);
  });

  it("says nothing where no migration leads from one to the other", async () => {
    expect(progressOf([], await open(older), await open(latest))).toBeNull();
  });
});

it("sets establishments side by side, each by its own version, unknown scores left empty", async () => {
  const codes = [await open(older), await open(latest, {}, ["gouv-referent", "sauv-test"])];
  const rows = tableOf(
    codes.map((code, index) => establishmentOf(`E${index}`, code)),
    domainsOf(codes),
    (key) => key,
  );
  expect(rows[0]?.slice(0, 5)).toEqual([
    "table.name",
    "table.version",
    "table.answered",
    "table.questions",
    "table.score",
  ]);
  expect(rows[1]?.slice(0, 5)).toEqual(["E0", "1.0.0", 40, 40, 59]);
  expect(rows[2]?.slice(0, 5)).toEqual(["E1", "1.1.0", 2, 40, null]);
  expect(rows.every((row) => row.length === 10 + latest.questionnaire.domains.length)).toBe(true);
});
