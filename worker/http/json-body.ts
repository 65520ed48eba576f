/** Reads the body of a request as JSON: declared as such, at most 32 KiB, UTF-8, well formed; or says why not. */
import type { Issue } from "../../questionnaires/engine/engine.ts";
import { type IssueCode, issue } from "./issue.ts";
import { isJson } from "./media-type.ts";
import type { ProblemName } from "./problem.ts";

/** In bytes. A complete diagnostic takes 2 KiB; OWASP API4 asks for a bound (security.md §2). */
export const MAX_BODY = 32 * 1024;

export type Body =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: ProblemName; readonly issues: readonly Issue[] };

const decoder = new TextDecoder();

/** What decoding puts in the place of bytes that are not UTF-8; no word of a questionnaire holds it. */
const NOT_A_CHARACTER = "\uFFFD";

/** The parsed body, or the problem to answer. Never throws for what a client sent. */
export async function readJson(request: Request): Promise<Body> {
  if (!isJson(request.headers.get("Content-Type"))) return refuse("unsupported-media-type", "body.not-declared-json");
  if ((request.headers.get("Content-Encoding") ?? "identity") !== "identity") {
    return refuse("unsupported-media-type", "body.compressed");
  }
  const text = await readText(request).catch(() => undefined); // the connection was cut: nobody will read the answer
  if (text === undefined) return refuse("unreadable-content", "body.interrupted");
  if (text === null) return refuse("content-too-large", "body.too-large");
  if (text === "") return refuse("unreadable-content", "body.empty");
  if (text.includes(NOT_A_CHARACTER)) return refuse("unreadable-content", "body.not-utf8");
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return refuse("unreadable-content", "body.not-json");
  }
}

function refuse(problem: ProblemName, code: IssueCode): Body {
  return { ok: false, problem, issues: [issue(code)] };
}

/**
 * The text, or null beyond the limit: a declared length is checked before reading, then what was really read. workerd
 * decodes much faster than a TextDecoder over its bytes.
 */
async function readText(request: Request): Promise<string | null> {
  const declared = request.headers.get("Content-Length");
  if (declared !== null) {
    if (!(Number(declared) <= MAX_BODY)) return null;
    const text = await request.text();
    return text.length <= MAX_BODY ? text : null;
  }
  const bytes = await readStream(request.body);
  return bytes && decoder.decode(bytes);
}

/** A body without a declared length (chunked): read piece by piece, given up as soon as it is too long. */
async function readStream(stream: ReadableStream<Uint8Array> | null): Promise<Uint8Array | null> {
  if (stream === null) return new Uint8Array();
  const bytes = new Uint8Array(MAX_BODY);
  let length = 0;
  const reader = stream.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    if (length + piece.value.byteLength > MAX_BODY) {
      await reader.cancel();
      return null;
    }
    bytes.set(piece.value, length);
    length += piece.value.byteLength;
  }
  return bytes.subarray(0, length);
}
