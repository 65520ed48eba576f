/** Whatever is sent, the answer is a 4xx problem in French that says where, and nothing is stored. */
import { env } from "cloudflare:workers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../worker/app.ts";
import { systemDependencies } from "../../worker/dependencies.ts";
import { call, newKey, ORIGIN, post, rows } from "./support/api.ts";
import { adapted, complete, EHPAD, questionnaire } from "./support/samples.ts";

const ROUTES = ["/api/v1/scores", "/api/v1/contributions"] as const;
const GOOD = complete();
const key = () => ({ "idempotency-key": newKey() });

interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors: readonly { readonly pointer: string; readonly code: string; readonly detail: string }[];
}

/** A sentence as we write them: starts with a capital, ends with a stop, straight apostrophes nowhere. */
const SENTENCE = /^[«A-ZÀÉÊÎ][^']*[.?! »]$/;

beforeAll(async () => {
  expect((await post("/api/v1/contributions", GOOD, key())).status).toBe(201);
});

afterAll(async () => {
  expect(await rows()).toEqual({ receipts: 1, contributions: 1 }); // the one of beforeAll, after all these refusals
});

/** Sends the body to both routes and expects the same refusal, with an error at `pointer`. */
async function expectRefusal(body: unknown, status: number, pointer: string, code: string) {
  const before = await rows();
  for (const route of ROUTES) {
    const reply = await post(route, body, key());
    const problem = reply.json as Problem;
    expect([reply.status, problem.status]).toEqual([status, status]);
    expect(reply.headers.get("Content-Type")).toBe("application/problem+json; charset=utf-8");
    expect(reply.headers.get("Cache-Control")).toBe("no-store");
    expect(problem.errors).toContainEqual(expect.objectContaining({ pointer, code }));
    for (const { detail } of [problem, ...problem.errors]) expect(detail).toMatch(SENTENCE);
  }
  expect(await rows()).toEqual(before);
}

const without = (key: string) => Object.fromEntries(Object.entries(GOOD).filter(([name]) => name !== key));
const withProfile = (extra: object) => ({ ...GOOD, profile: { ...GOOD.profile, ...extra } });
const withAnswers = (extra: object) => ({ ...GOOD, answers: { ...GOOD.answers, ...extra } });
const raw = (name: "profile" | "answers", inside: string) =>
  JSON.stringify(GOOD).replace(`"${name}":{`, `"${name}":{${inside},`);

const [first] = Object.keys(GOOD.answers);
const hidden = adapted(EHPAD).hidden[0]?.id ?? "";
const beyond = adapted(EHPAD).notAssessed[0]?.id ?? "";
const known = questionnaire.questions.find(({ id, unknownAllowed }) => !unknownAllowed && id in GOOD.answers)?.id ?? "";
const applicable =
  questionnaire.questions.find(({ id, notApplicable }) => notApplicable === null && id in GOOD.answers)?.id ?? "";

describe("the content of a request", () => {
  it.each<readonly [string, unknown, string, string]>([
    ["an unknown questionnaire", { ...GOOD, questionnaire: "inconnu" }, "/questionnaire", "questionnaire.unknown"],
    ["a questionnaire of the wrong type", { ...GOOD, questionnaire: 3 }, "/questionnaire", "field.not-text"],
    [
      "a questionnaire named like a method",
      { ...GOOD, questionnaire: "constructor" },
      "/questionnaire",
      "questionnaire.unknown",
    ],
    ["an unknown version", { ...GOOD, version: "9.9.9" }, "/version", "version.unknown"],
    ["a version of the wrong type", { ...GOOD, version: null }, "/version", "field.not-text"],
    ["no questionnaire", without("questionnaire"), "/questionnaire", "field.required"],
    ["no version", without("version"), "/version", "field.required"],
    ["no profile", without("profile"), "/profile", "field.required"],
    ["no answers", without("answers"), "/answers", "field.required"],
    ["an unknown field", { ...GOOD, finess: "010000000" }, "/finess", "field.unknown"],
    ["a field named with a slash", { ...GOOD, "a/b~c": 1 }, "/a~1b~0c", "field.unknown"],
    [
      "a field that every object has",
      JSON.stringify(GOOD).replace("{", '{"constructor":{},'),
      "/constructor",
      "field.unknown",
    ],
    ["a field named __proto__", JSON.stringify(GOOD).replace("{", '{"__proto__":{},'), "/__proto__", "field.unknown"],
    ["a list for the body", [GOOD], "", "body.not-an-object"],
    ["null for the body", "null", "", "body.not-an-object"],
    ["a number for the body", "12", "", "body.not-an-object"],
    ["a list for the profile", { ...GOOD, profile: [] }, "/profile", "profile.not-an-object"],
    ["null for the profile", { ...GOOD, profile: null }, "/profile", "profile.not-an-object"],
    ["a list for the answers", { ...GOOD, answers: [] }, "/answers", "answers.not-an-object"],
    ["a text for the answers", { ...GOOD, answers: "3" }, "/answers", "answers.not-an-object"],
    ["an unknown variable", withProfile({ inconnue: "x" }), "/profile/inconnue", "profile.unknown-variable"],
    ["a variable named __proto__", raw("profile", '"__proto__":"x"'), "/profile/__proto__", "profile.unknown-variable"],
    [
      "a variable named constructor",
      withProfile({ constructor: "x" }),
      "/profile/constructor",
      "profile.unknown-variable",
    ],
    ["an unknown value", withProfile({ taille: "énorme" }), "/profile/taille", "profile.unknown-value"],
    ["a value of the wrong type", withProfile({ taille: 3 }), "/profile/taille", "profile.not-text"],
    ["a required variable that is null", withProfile({ taille: null }), "/profile/taille", "profile.required"],
    ["a text for a list", withProfile({ equipements: "dm" }), "/profile/equipements", "profile.not-list"],
    ["an empty list", withProfile({ equipements: [] }), "/profile/equipements", "profile.empty"],
    ["a value twice", withProfile({ equipements: ["dm", "dm"] }), "/profile/equipements", "profile.duplicate"],
    [
      "an exclusive value with another",
      withProfile({ equipements: ["aucun", "dm"] }),
      "/profile/equipements",
      "profile.exclusive",
    ],
    ["a text for an integer", withProfile({ places: "80" }), "/profile/places", "profile.not-integer"],
    ["a number that is not whole", withProfile({ places: 1.5 }), "/profile/places", "profile.not-integer"],
    ["an integer out of range", withProfile({ places: -1 }), "/profile/places", "profile.out-of-range"],
    ["an unknown question", withAnswers({ inconnue: 3 }), "/answers/inconnue", "answer.unknown-question"],
    ["a question named __proto__", raw("answers", '"__proto__":3'), "/answers/__proto__", "answer.unknown-question"],
    ["a question named toString", withAnswers({ toString: 3 }), "/answers/toString", "answer.unknown-question"],
    [
      "an answer to a question that does not apply",
      withAnswers({ [hidden]: 3 }),
      `/answers/${hidden}`,
      "answer.hidden",
    ],
    [
      "an answer to a question that is not assessed",
      withAnswers({ [beyond]: 3 }),
      `/answers/${beyond}`,
      "answer.not-assessed",
    ],
    ["nsp where it is not offered", withAnswers({ [known]: "nsp" }), `/answers/${known}`, "answer.unknown-not-allowed"],
    [
      "na where it is not offered",
      withAnswers({ [applicable]: "na" }),
      `/answers/${applicable}`,
      "answer.not-applicable-not-allowed",
    ],
    ...[5, -1, 1.5, "3", true, null, [], {}, "NSP", 1e300].map(
      (value) =>
        [
          `the answer ${JSON.stringify(value)}`,
          withAnswers({ [first ?? ""]: value }),
          `/answers/${first}`,
          "answer.invalid-value",
        ] as const,
    ),
    ["an explanation asked in words", { ...GOOD, explain: "oui" }, "/explain", "field.not-boolean"],
    ["cheapest sets asked by a number", { ...GOOD, cheapest: 1 }, "/cheapest", "field.not-boolean"],
    ["a simulation that is not a list", { ...GOOD, simulate: "act" }, "/simulate", "simulate.not-a-list"],
    ["an unknown action", { ...GOOD, simulate: ["inconnue"] }, "/simulate/0", "simulate.unknown-action"],
    ["an action that is not a text", { ...GOOD, simulate: [{}] }, "/simulate/0", "simulate.not-text"],
    ["an action that cannot be written", { ...GOOD, simulate: [{ toString: 1 }] }, "/simulate/0", "simulate.not-text"],
  ])("refuses %s", (_, body, pointer, code) => expectRefusal(body, 422, pointer, code));

  it("says everything that is wrong at once", async () => {
    const body = { ...withProfile({ taille: "x", inconnue: 1 }), autre: 1, simulate: ["inconnue"] };
    const { json } = await post("/api/v1/scores", body);
    expect((json as Problem).errors.map(({ pointer }) => pointer)).toEqual([
      "/autre",
      "/profile/inconnue",
      "/profile/taille",
      "/simulate/0",
    ]);
  });

  it("does not answer a megabyte to ten thousand errors", async () => {
    const keys = Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`k${index}`, 1]));
    const { status, json, text } = await post("/api/v1/scores", { ...GOOD, ...keys });
    expect([status, (json as Problem).errors.length]).toEqual([422, 100]);
    expect(text.length).toBeLessThan(32 * 1024);
  });
});

/** A stream that does not know its length: the body is then sent in chunks, without Content-Length. */
function inPieces(text: string): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  let sent = 0;
  return new ReadableStream({
    pull(controller) {
      if (sent >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(sent, sent + 1000));
      sent += 1000;
    },
  });
}

describe("the body of a request", () => {
  const send = (body: BodyInit | null, headers: Record<string, string> = {}) =>
    Promise.all(
      ROUTES.map((route) =>
        call(route, { method: "POST", body, headers: { "content-type": "application/json", ...key(), ...headers } }),
      ),
    );

  it.each([
    ["nothing", "", "body.empty"],
    ["a text", "bonjour", "body.not-json"],
    ["half an object", '{"questionnaire":', "body.not-json"],
    ["a NUL", "{}\u0000", "body.not-json"],
    ["invalid UTF-8", new Uint8Array([0x22, 0xff, 0xfe, 0x22]), "body.not-utf8"],
    ["two documents", "{}{}", "body.not-json"],
  ])("refuses %s as unreadable", async (_, body, code) => {
    for (const { status, json } of await send(body)) {
      expect(status).toBe(400);
      expect((json as Problem).errors).toEqual([{ pointer: "", code, detail: expect.stringMatching(SENTENCE) }]);
    }
  });

  it.each([
    ["[", "]"],
    ['{"a":', "}"],
  ])("survives JSON nested thousands deep in %s", async (open, close) => {
    const depth = Math.floor(30_000 / (open.length + close.length));
    const inner = open.repeat(depth) + (open === "[" ? "" : "1") + close.repeat(depth);
    for (const body of [
      inner,
      `{"profile":${inner}}`,
      JSON.stringify(GOOD).replace(/"answers":.*/, `"answers":{"x":${inner}}}`),
    ]) {
      for (const { status } of await send(body)) expect(status).toBe(422);
    }
  });

  it("accepts 32 KiB and refuses one byte more, declared or not", async () => {
    const pad = (size: number) => JSON.stringify(GOOD).padEnd(size, " ");
    for (const { status } of await send(pad(32_768))) expect([200, 201]).toContain(status);
    for (const { status, json } of await send(pad(32_769))) {
      expect([status, (json as Problem).errors[0]?.code]).toEqual([413, "body.too-large"]);
    }
    const chunked = () => inPieces(pad(200_000));
    for (const route of ROUTES) {
      const init = { method: "POST", body: chunked(), headers: { "content-type": "application/json", ...key() } };
      expect(new Request(`${ORIGIN}${route}`, { ...init, body: chunked() }).headers.has("content-length")).toBe(false);
      expect((await call(route, init)).status).toBe(413);
    }
    await env.DB.batch([env.DB.prepare("DELETE FROM receipts"), env.DB.prepare("DELETE FROM contributions")]);
    await post("/api/v1/contributions", GOOD, key());
  });

  it("reads a body that comes in pieces, without a declared length", async () => {
    const body = inPieces(JSON.stringify(GOOD));
    expect(
      (await call("/api/v1/scores", { method: "POST", body, headers: { "content-type": "application/json" } })).status,
    ).toBe(200);
  });

  it("refuses a body whose declared length is a lie or a word", async () => {
    const app = createApp(systemDependencies);
    const lying = (length: string) => {
      const request = new Request(`${ORIGIN}/api/v1/scores`, {
        method: "POST",
        body: JSON.stringify(GOOD).padEnd(40_000),
        headers: { "content-type": "application/json" },
      });
      request.headers.set("content-length", length);
      return app.fetch(request, env);
    };
    for (const length of ["10", "abc", "999999999999"]) expect((await lying(length)).status).toBe(413);
  });

  it.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/jsonp",
    "application/ld+json",
  ])("refuses the media type %s", async (type) => {
    for (const { status, json } of await send(JSON.stringify(GOOD), { "content-type": type })) {
      expect([status, (json as Problem).errors[0]?.code]).toEqual([415, "body.not-declared-json"]);
    }
  });

  it("refuses a compressed body", async () => {
    for (const { status, json } of await send(JSON.stringify(GOOD), { "content-encoding": "gzip" })) {
      expect([status, (json as Problem).errors[0]?.code]).toEqual([415, "body.compressed"]);
    }
  });

  it.each(["application/json; charset=utf-8", "Application/JSON", " application/json ;x=y"])(
    "accepts the media type %s",
    async (type) => {
      expect((await post("/api/v1/scores", GOOD, { "content-type": type })).status).toBe(200);
    },
  );
});

describe("what only a contribution needs", () => {
  it.each([
    ["missing", undefined, "header.missing"],
    ["empty", "", "header.malformed"],
    ["of 21 characters", "A".repeat(21), "header.malformed"],
    ["of 23 characters", "A".repeat(23), "header.malformed"],
    ["with a character of plain base64", `${"A".repeat(21)}+`, "header.malformed"],
    ["sent twice", `${"A".repeat(22)}, ${"B".repeat(22)}`, "header.malformed"],
  ])("refuses a key that is %s", async (_, value, code) => {
    const before = await rows();
    const { status, json } = await post(
      "/api/v1/contributions",
      GOOD,
      value === undefined ? {} : { "idempotency-key": value },
    );
    expect(status).toBe(422);
    expect((json as Problem).errors).toEqual([
      { pointer: "/Idempotency-Key", code, detail: expect.stringMatching(SENTENCE) },
    ]);
    expect(await rows()).toEqual(before);
  });

  it.each([
    ["territory", "zz", "territory.unknown"],
    ["territory", 84, "field.not-text"],
    ["channel", "courriel", "channel.unknown"],
    ["channel", null, "channel.unknown"],
  ])("refuses the %s %j", async (field, value, code) => {
    const before = await rows();
    const { status, json } = await post("/api/v1/contributions", { ...GOOD, [field]: value }, key());
    expect(status).toBe(422);
    expect((json as Problem).errors).toEqual([{ pointer: `/${field}`, code, detail: expect.stringMatching(SENTENCE) }]);
    expect(await rows()).toEqual(before);
  });

  it("refuses an incomplete diagnostic, pointing to each open question", async () => {
    const before = await rows();
    const ids = Object.keys(GOOD.answers);
    const answers = Object.fromEntries(Object.entries(GOOD.answers).slice(3));
    const { status, json } = await post("/api/v1/contributions", { ...GOOD, answers }, key());
    expect(status).toBe(422);
    expect((json as Problem).errors.map(({ pointer, code }) => [pointer, code])).toEqual(
      ids.slice(0, 3).map((id) => [`/answers/${id}`, "answer.missing"]),
    );
    expect(await rows()).toEqual(before);
  });

  it("does not take the fields of a contribution in a score", async () => {
    expect((await post("/api/v1/scores", { ...GOOD, territory: "ara" })).status).toBe(422);
  });
});
