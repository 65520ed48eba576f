/** The self-hosted server serves the pages and the widget as Cloudflare's own assets layer does: same status, same headers. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Server, serve } from "../../scripts/serve.ts";
import { headersFor, parseHeaderRules } from "../../selfhost/assets/header-rules.ts";
import { exports } from "./platform/workers.ts";

let cloudflare: Server;
beforeAll(async () => {
  cloudflare = await serve({ port: 0, persist: null });
});
afterAll(() => cloudflare.stop());

/** Of the connection, of the cache of Cloudflare, or of each host's own choice (the mark, how it is compressed). */
const OWN = /^(date|connection|keep-alive|cf-cache-status|etag|vary|content-length|transfer-encoding|server)$/;

function seen(response: Response) {
  const headers = [...response.headers].filter(([name]) => !OWN.test(name));
  return { status: response.status, headers: Object.fromEntries(headers.toSorted()) };
}

const PLAIN = { "accept-encoding": "identity" };

describe("an address", () => {
  it.each([
    ["GET", "/"],
    ["HEAD", "/"],
    ["GET", "/?x=1"],
    ["GET", "/index"],
    ["GET", "/index.html"],
    ["GET", "/page.css"],
    ["GET", "/page.css/"],
    ["GET", "//page.css"],
    ["GET", "/%70age.css"],
    ["GET", "/favicon.svg"],
    ["GET", "/widget/v1/diag-cyber-esms.js"],
    ["GET", "/frame"],
    ["GET", "?territory=ara"],
    ["GET", "/widget"],
    ["GET", "/widget/"],
    ["GET", "/_headers"],
    ["GET", "/nulle-part"],
    ["GET", "/..%2f..%2fpackage.json"],
    ["GET", "/%E0%A4%A"],
    ["POST", "/"],
    ["OPTIONS", "/page.css"],
    ["DELETE", "/favicon.svg"],
  ])("%s %s is answered as on Cloudflare", async (method, path) => {
    const init = { method, headers: PLAIN, redirect: "manual" } as const;
    const [theirs, ours] = await Promise.all([
      fetch(cloudflare.origin + path, init),
      exports.default.fetch(new Request(`https://diag.test${path}`, init)),
    ]);
    expect(seen(ours)).toEqual(seen(theirs));
    expect(await ours.text()).toBe(await theirs.text());
  });
});

describe("a file", () => {
  const get = (headers: Record<string, string>) =>
    exports.default.fetch(new Request("https://diag.test/widget/v1/diag-cyber-esms.js", { headers }));

  it("is compressed for who accepts it, with the same bytes inside", async () => {
    const [plain, gzip] = [await get(PLAIN), await get({ "accept-encoding": "br, gzip" })];
    expect([plain.headers.get("content-encoding"), gzip.headers.get("content-encoding")]).toEqual([null, "gzip"]);
    expect(Number(gzip.headers.get("content-length"))).toBeLessThan(Number(plain.headers.get("content-length")) / 2);
    expect(await gzip.text()).toBe(await plain.text());
    expect(gzip.headers.get("vary")).toBe("Accept-Encoding");
  });

  it("is not sent again to who holds it", async () => {
    const etag = (await get(PLAIN)).headers.get("etag") ?? "";
    const again = await get({ "if-none-match": etag });
    expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
    expect(again.headers.get("cache-control")).toBe("public, max-age=300");
    expect((await get({ "if-none-match": '"other"' })).status).toBe(200);
  });
});

describe("the rules of _headers", () => {
  const rules = parseHeaderRules(
    "# a comment\n/*\n  X-A: 1\n  X-B: deux: trois\n\n/lots/:name/x\n  X-A: 2\n  ! X-B\n/a.b\n  X-C: c\n",
  );

  it("add up, join by commas, take away, and stand for what they say only", () => {
    expect([...headersFor(rules, "/")]).toEqual([
      ["x-a", "1"],
      ["x-b", "deux: trois"],
    ]);
    expect([...headersFor(rules, "/lots/of/x")]).toEqual([["x-a", "1, 2"]]);
    expect(headersFor(rules, "/lots/of/more/x").get("x-a")).toBe("1");
    expect(headersFor(rules, "/a.b").get("x-c")).toBe("c");
    expect(headersFor(rules, "/aXb").has("x-c")).toBe(false);
  });
});
