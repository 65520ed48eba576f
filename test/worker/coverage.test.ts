/** The coverage table that anyone may read: the one of the documentation, kept as long as its version. */
import { describe, expect, it } from "vitest";
import { catalogue } from "../../dist/questionnaires/catalogue.js";
import { coverage } from "../../questionnaires/interop/coverage.ts";
import { call } from "./support/api.ts";

const versions = catalogue.map((one) => [`/api/v1/questionnaires/${one.id}/${one.version}/coverage`, one] as const);

describe("the coverage of a version", () => {
  it.each(versions)("at %s is the one computed from its content, to be kept for ever", async (path, questionnaire) => {
    const { status, json, headers } = await call(path);
    expect(status).toBe(200);
    expect(json).toEqual(coverage(questionnaire));
    expect(headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
    expect(headers.get("ETag")).toContain(questionnaire.hash);
    expect(headers.get("Cross-Origin-Resource-Policy")).toBe("cross-origin");
  });

  it.each(versions)("at %s is not sent again to who holds it, nor its body to who only asks about it", async (path) => {
    const etag = (await call(path)).headers.get("ETag") ?? "";
    const held = await call(path, { headers: { "if-none-match": etag } });
    expect([held.status, held.text, held.headers.get("ETag")]).toEqual([304, "", etag]);
    const head = await call(path, { method: "HEAD" });
    expect([head.status, head.text, head.headers.get("ETag")]).toEqual([200, "", etag]);
  });

  it.each([
    ["/api/v1/questionnaires/esms/9.9.9/coverage", "version"],
    ["/api/v1/questionnaires/inconnu/1.0.0/coverage", "questionnaire"],
  ])("does not exist at %s", async (path, name) => {
    const { status, json } = await call(path);
    expect(status).toBe(404);
    expect(json).toMatchObject({ type: `urn:diag-cyber-esms:problem:unknown-${name}` });
  });

  it("is only read", async () => {
    const { status, headers } = await call(versions[0]?.[0] ?? "", { method: "POST" });
    expect([status, headers.get("Allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
  });
});
