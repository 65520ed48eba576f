/** The API, given a catalogue with the second questionnaire alone: the same routes, its content, its words. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Server, serve } from "../../scripts/serve.ts";
import { examplesOf, second } from "../support/questionnaires.ts";
import { DIST } from "./product.ts";

const QUESTIONNAIRES = "/api/v1/questionnaires";
const [shop, studio, clinic] = examplesOf(second);

let server: Server;
beforeAll(async () => {
  server = await serve({ port: 0, persist: null, dist: DIST });
});
afterAll(() => server?.stop());

async function get(path: string) {
  const response = await fetch(server.origin + path);
  return { status: response.status, headers: response.headers, json: await response.json() };
}

async function post(path: string, body: object, headers: Readonly<Record<string, string>> = {}) {
  const response = await fetch(server.origin + path, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ questionnaire: "office", version: "1.0.0", ...body }),
  });
  return { status: response.status, json: await response.json() };
}

/** The sentences of a refusal. */
function details({ json }: { readonly json: { readonly errors: readonly { readonly detail: string }[] } }) {
  return json.errors.map(({ detail }) => detail);
}

describe("the questionnaires", () => {
  it("are this one alone: no other is known", async () => {
    expect((await get(QUESTIONNAIRES)).json).toEqual({
      questionnaires: [
        {
          id: "office",
          version: "1.0.0",
          title: "Small office cyber check",
          publishedOn: "2026-02-10",
          questionCount: 6,
          url: `${QUESTIONNAIRES}/office/1.0.0`,
        },
      ],
    });
    expect((await get(`${QUESTIONNAIRES}/esms`)).status).toBe(404);
    const refused = await post("/api/v1/scores", { questionnaire: "esms", profile: {}, answers: {} });
    expect([refused.status, refused.json.errors[0].code]).toEqual([422, "questionnaire.unknown"]);
  });

  it("are served as compiled, the latest to be asked for again, the exact one for ever", async () => {
    const [latest, exact] = [await get(`${QUESTIONNAIRES}/office`), await get(`${QUESTIONNAIRES}/office/1.0.0`)];
    expect(latest.json).toEqual(second.questionnaire);
    expect(exact.json).toEqual(second.questionnaire);
    expect(latest.headers.get("Cache-Control")).toBe("no-cache");
    expect(exact.headers.get("Cache-Control")).toContain("immutable");
  });

  it("adapt to a profile of other variables, with reasons in English", async () => {
    const { json } = await get(`${QUESTIONNAIRES}/office/1.0.0/adapted?trade=clinic&cards=no&devices=phones&staff=12`);
    expect(json).toMatchObject({
      profile: { trade: "clinic", clients: "public", cards: "no", devices: ["phones"], staff: 12 },
      derived: { portable: true },
      exposure: 4,
      class: "high",
      core: ["bak-copy", "acc-login"],
      hidden: [
        { id: "dat-cards", reason: 'Not asked, since this is not so: the answer about card payments is "Yes".' },
      ],
    });
    const both = await get(`${QUESTIONNAIRES}/office/1.0.0/adapted?trade=shop&devices=phones,laptops`);
    expect(both.json.profile.devices).toEqual(["laptops", "phones"]);
    expect(both.json.notAssessed).toEqual(["ppl-phish"]);
  });
});

describe("the scores", () => {
  it.each([shop, studio, clinic].map((example) => [example?.title, example] as const))(
    "of %s are those worked out by hand",
    async (_, example) => {
      const { profile, answers, expect: byHand } = example ?? {};
      const { status, json } = await post("/api/v1/scores", { profile, answers });
      expect(status).toBe(200);
      expect(json).toMatchObject({
        score: byHand?.score,
        rawScore: byHand?.rawScore,
        level: byHand?.level,
        class: byHand?.class,
        caps: byHand?.caps,
        unknown: byHand?.unknown,
      });
      const domains = json.domains.map(({ id, score }: { id: string; score: number }) => [id, score]);
      expect(Object.fromEntries(domains)).toEqual(byHand?.domains);
    },
  );

  it("can be explained, in English", async () => {
    const { json } = await post("/api/v1/scores", {
      profile: studio?.profile,
      answers: studio?.answers,
      explain: true,
    });
    expect(json.explanation.cap).toBe(
      'The raw score of 40 is held at 39. Because of: "How often is your work copied to a safe place?", answered "Never".',
    );
  });

  it("are refused in the words of the questionnaire when its content is not respected", async () => {
    const wrong = { profile: { trade: "castle", devices: ["none", "laptops"], size: 3 }, answers: {} };
    expect(details(await post("/api/v1/scores", wrong))).toEqual([
      'There is no variable "size" in this questionnaire.',
      'The value "castle" is not offered for "What kind of office are you?"',
      'An answer is missing: "Who do you mostly work for?"',
      'An answer is missing: "Do you take card payments?"',
      '"Which devices leave the office?" joins others to an answer that must stand alone.',
    ]);
    const { profile } = shop ?? {};
    expect(details(await post("/api/v1/scores", { profile, answers: { "ppl-phish": 4, "bak-copy": 5 } }))).toEqual([
      'The question "What do people do with a suspicious e-mail?" is left out for this office: the most that we ask is reached.',
      'The answer to "How often is your work copied to a safe place?" must be a whole level from 0 to 4, "nsp" (don\'t know) or "na" (does not apply).',
    ]);
  });
});

describe("the contributions", () => {
  const key = { "idempotency-key": "office-0123456789abcde" };
  const body = { profile: clinic?.profile, answers: clinic?.answers, channel: "page" };

  it("are counted once, with the variables that this questionnaire keeps and one sign per question of it", async () => {
    const first = await post("/api/v1/contributions", body, key);
    const again = await post("/api/v1/contributions", body, key);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(first.json.result.score).toBe(90.67);
    const database = await server.miniflare.getD1Database("DB");
    const { results } = await database
      .prepare("SELECT questionnaire, version, profile, answers FROM contributions")
      .all();
    expect(results).toEqual([
      {
        questionnaire: "office",
        version: "1.0.0",
        profile: '{"trade":"clinic","clients":"public","cards":"no","devices":["phones"],"area":"n2"}',
        answers: "43.4-3",
      },
    ]);
  });

  it("are refused in English while a question is open", async () => {
    const { "bak-test": _, ...answers } = clinic?.answers ?? {};
    const refused = await post("/api/v1/contributions", { ...body, answers }, { "idempotency-key": "A".repeat(22) });
    expect(details(refused)).toEqual([
      'The question "When did you last bring a file back from that copy?" has no answer.',
    ]);
  });
});
