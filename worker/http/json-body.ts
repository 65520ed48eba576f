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

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });

/** The parsed body, or the problem to answer. Never throws for what a client sent. */
export async function readJson(request: Request): Promise<Body> {
  if (!isJson(request.headers.get("Content-Type"))) return refuse("unsupported-media-type", "body.not-declared-json");
  if ((request.headers.get("Content-Encoding") ?? "identity") !== "identity") {
    return refuse("unsupported-media-type", "body.compressed");
  }
  const bytes = await readBytes(request);
  if (bytes === null) return refuse("content-too-large", "body.too-large");
  if (bytes.byteLength === 0) return refuse("unreadable-content", "body.empty");
  const text = decode(bytes);
  if (text === null) return refuse("unreadable-content", "body.not-utf8");
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return refuse("unreadable-content", "body.not-json");
  }
}

function refuse(problem: ProblemName, code: IssueCode): Body {
  return { ok: false, problem, issues: [issue(code)] };
}

/** The bytes, or null beyond the limit. A declared length is checked before reading, then the length really read. */
async function readBytes(request: Request): Promise<ArrayBuffer | Uint8Array | null> {
  const declared = request.headers.get("Content-Length");
  if (declared === null) return readStream(request.body);
  if (!(Number(declared) <= MAX_BODY)) return null;
  const bytes = await request.arrayBuffer();
  return bytes.byteLength <= MAX_BODY ? bytes : null;
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

function decode(bytes: ArrayBuffer | Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null; // a fatal decoder has no other way to say it
  }
}
