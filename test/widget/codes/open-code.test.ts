/** A code of any version opens in the latest one; whatever cannot be read is refused for its true reason. */
import { describe, expect, it } from "vitest";
import { type Model, pack } from "../../../questionnaires/engine/engine.ts";
import { toldOf } from "../../../widget/codes/carried.ts";
import { createLibrary, withMessages } from "../../../widget/codes/library.ts";
import { openCode } from "../../../widget/codes/open-code.ts";
import { migrations } from "../../questionnaires/versions/shipped-migrations.ts";
import { adapted, answersTo, examplesOf, version } from "../../support/questionnaires.ts";

const older = version("esms", "1.0.0");
const latest = version("esms", "1.1.0");
const ADDRESS = "https://diag.example/api/v1/questionnaires/esms";

/** A library whose server answers with these versions, and the list of what it was asked. */
function libraryWith(served: readonly Model[], status = 404) {
  const asked: string[] = [];
  const get = (async (url: string) => {
    asked.push(url);
    const found = served.find(({ questionnaire }) => url === `${ADDRESS}/${questionnaire.version}`);
    return found ? Response.json(found.questionnaire) : new Response("{}", { status });
  }) as typeof fetch; // the library asks by address alone
  return { library: createLibrary(latest, migrations, ADDRESS, get), asked };
}

function codeOf(model: Model, changes: Readonly<Record<string, unknown>> = {}): string {
  const example = examplesOf(model).find(({ title }) => title.includes("EHPAD"));
  const questionnaire = adapted(model, example?.profile);
  return pack({ adapted: questionnaire, answers: answersTo(questionnaire, { ...example?.answers, ...changes }) });
}

async function opened(library: ReturnType<typeof libraryWith>["library"], code: string) {
  const found = await openCode(library, code);
  if (!found.ok) throw new Error(found.reason);
  return found.value;
}

describe("a code of the version shown", () => {
  it("opens at once, and asks nobody anything", async () => {
    const { library, asked } = libraryWith([]);
    const found = await opened(library, codeOf(latest));
    expect(pack(found.current)).toBe(codeOf(latest));
    expect(toldOf(found)).toBeNull();
    expect(asked).toEqual([]);
  });
});

describe("a code of an older version", () => {
  it("is carried, and says what is kept and what is asked again, with its reason", async () => {
    const { library } = libraryWith([older]);
    const found = await opened(library, codeOf(older, { "conf-registre": 4 }));
    const told = toldOf(found);
    expect([told?.from, told?.to]).toEqual(["1.0.0", "1.1.0"]);
    expect(told?.again.map(({ label }) => label)).toEqual([latest.questionById.get("conf-registre")?.label]);
    expect(told?.again[0]?.reason).toContain("l’échelle a changé");
    expect(told?.kept).toBe(found.current.answers.size);
    expect(found.current.answers.has("conf-registre")).toBe(false);
    expect(found.own.answers.get("conf-registre")).toBe(4);
  });

  it("fetches its version once, by its number alone: the code is in no address", async () => {
    const { library, asked } = libraryWith([older]);
    await opened(library, codeOf(older));
    await opened(library, codeOf(older, { "conf-registre": 0 }));
    expect(asked).toEqual([`${ADDRESS}/1.0.0`]);
  });

  it("is refused as unreachable while the server does not answer, and opens later", async () => {
    const down = libraryWith([], 500);
    expect(await openCode(down.library, codeOf(older))).toEqual({ ok: false, reason: "unreachable" });
    expect(await openCode(down.library, codeOf(older))).toEqual({ ok: false, reason: "unreachable" });
    expect(down.asked.length).toBe(2);
  });

  it("is refused when the version does not exist, or when nothing leads from it to ours", async () => {
    expect(await openCode(libraryWith([]).library, codeOf(older))).toEqual({ ok: false, reason: "unknown-version" });
    const { library } = libraryWith([older]);
    const cut = createLibrary(latest, [], ADDRESS, (async () => Response.json(older.questionnaire)) as typeof fetch);
    expect(await openCode(cut, codeOf(older))).toEqual({ ok: false, reason: "stranded" });
    expect((await openCode(library, codeOf(older))).ok).toBe(true);
  });
});

it("refuses a wrong text before anything is asked of a server", async () => {
  const { library, asked } = libraryWith([older]);
  const code = codeOf(older);
  const reasons = ["", "bonjour", code.slice(0, -1), code.replace("esms", "autre")].map(async (text) => {
    const found = await openCode(library, text);
    return found.ok ? "opened" : found.reason;
  });
  expect(await Promise.all(reasons)).toEqual(["malformed", "malformed", "altered", "altered"]);
  expect(asked).toEqual([]);
});

it("gives the words of a migration to a version that travels without them, and replaces none", () => {
  const bare = { ...latest, questionnaire: { ...latest.questionnaire, messages: { kept: "as it was" } } };
  const { messages } = withMessages(bare, { kept: "other", "migration.open": "brought" }).questionnaire;
  expect(messages).toEqual({ kept: "as it was", "migration.open": "brought" });
});
