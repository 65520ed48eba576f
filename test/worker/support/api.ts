/** How the tests call the API: in workerd, through the worker's real entry; every answer is held to the contract. */
import { env, exports } from "cloudflare:workers";
import { expect } from "vitest";
import { departures } from "./contract.ts";

export { newKey } from "./key.ts";

export const ORIGIN = "https://diag.test";

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body; undefined when there is none, or when it is not JSON. */
  readonly json: unknown;
}

type Fetch = (request: Request) => Response | Promise<Response>;

/** Sends a request; checks the answer against openapi.json and against the headers that every answer must carry. */
export async function call(path: string, init: RequestInit = {}, fetch: Fetch = (r) => exports.default.fetch(r)) {
  const request = new Request(`${ORIGIN}${path}`, init);
  const response = await fetch(request);
  const text = await response.text();
  const { status, headers } = response;
  const { method } = request;
  if (method !== "OPTIONS") {
    expect(departures(method, path.split("?")[0] ?? "", status, headers.get("Content-Type"), text)).toEqual([]);
  }
  expectSafeHeaders(headers);
  const isJson = /^application\/(problem\+)?json/.test(headers.get("Content-Type") ?? "");
  return { status, headers, text, json: isJson && text !== "" ? JSON.parse(text) : undefined } satisfies Reply;
}

/** Posts JSON, or a text as it is. */
export function post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}, fetch?: Fetch) {
  const init = {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  };
  return call(path, init, fetch);
}

/** How many rows both tables hold. */
export async function rows() {
  const count = async (table: string) => Number(await env.DB.prepare(`SELECT count(*) AS n FROM ${table}`).first("n"));
  return { receipts: await count("receipts"), contributions: await count("contributions") };
}

function expectSafeHeaders(headers: Headers): void {
  const hsts = /^max-age=(\d+)/.exec(headers.get("Strict-Transport-Security") ?? "");
  expect(Number(hsts?.[1])).toBeGreaterThanOrEqual(31_536_000);
  expect(headers.get("Content-Security-Policy")).toMatch(/^default-src 'none'; frame-ancestors 'none'/);
  expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
  expect(headers.get("Referrer-Policy")).toBe("no-referrer");
  expect(headers.get("Permissions-Policy")).toContain("geolocation=()");
  expect(headers.get("Cross-Origin-Resource-Policy")).toMatch(/^(cross|same)-origin$/);
  expect(headers.get("Vary")).toContain("Origin");
  expect(headers.has("Cache-Control")).toBe(true);
  expect(headers.has("Access-Control-Allow-Credentials")).toBe(false);
  expect(headers.has("Set-Cookie")).toBe(false);
}
