/**
 * Reads published statistics, with a token where the service asks for one. Every failure is a value; nothing is kept here.
 * Only what is published is named in what is asked for: a release, a table, a territory.
 */
import type { Release, ReleaseHead, TableFile } from "./published.ts";

/** Why nothing came; the sentences are the words `refused.<refusal>`. `offline` and `unavailable` may pass. */
export type Refusal = "offline" | "token-required" | "token-refused" | "token-territory" | "unknown" | "unavailable";

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  /** `detail`: what the server says itself, in French, when it does. */
  | { readonly ok: false; readonly refusal: Refusal; readonly detail: string | null };

/** Where to read, and as whom. */
export interface Access {
  /** The server's origin; empty = the page's own. */
  readonly server: string;
  /** Null = as anybody. */
  readonly token: string | null;
  readonly fetch: typeof fetch;
}

export interface ReleaseList {
  /** The only territory whose lines the token reads; null or absent = every one. */
  readonly territory?: string | null;
  /** The newest first. */
  readonly releases: readonly ReleaseHead[];
}

export function readList(access: Access): Promise<Outcome<ReleaseList>> {
  return read(access, "/api/v1/releases");
}

/** The newest first. */
export async function listReleases(access: Access): Promise<Outcome<readonly ReleaseHead[]>> {
  const list = await readList(access);
  return list.ok ? { ok: true, value: list.value.releases } : list;
}

export function readRelease(access: Access, id: number): Promise<Outcome<Release>> {
  return read(access, releasePath(id));
}

/** `territory`: only its lines, where a table has lines of territories. */
export function readTable(
  access: Access,
  id: number,
  table: string,
  territory: string | null = null,
): Promise<Outcome<TableFile>> {
  return read(access, withTerritory(tablePath(id, table, "json"), territory));
}

/** A file as bytes, for a page that must show a token to get it. */
export async function readFile(access: Access, path: string): Promise<Outcome<Blob>> {
  return ask(access, path, (response) => response.blob());
}

export function releasePath(id: number): string {
  return `/api/v1/releases/${id}`;
}

/** `format`: the end of the file's name, as `csv` or `xlsx`. */
export function tablePath(id: number, table: string, format: string): string {
  return `${releasePath(id)}/tables/${encodeURIComponent(table)}.${format}`;
}

export function withTerritory(path: string, territory: string | null): string {
  if (territory === null) return path;
  return `${path}${path.includes("?") ? "&" : "?"}territory=${encodeURIComponent(territory)}`;
}

function read<T>(access: Access, path: string): Promise<Outcome<T>> {
  return ask(access, path, async (response) => (await response.json()) as T); // our own server wrote and checked it
}

async function ask<T>(
  { server, token, fetch }: Access,
  path: string,
  take: (response: Response) => Promise<T>,
): Promise<Outcome<T>> {
  // Anything else would not fit in a header: no token of ours has it.
  if (token !== null && !/^[\x21-\x7e]+$/.test(token)) return { ok: false, refusal: "token-refused", detail: null };
  const headers = token === null ? {} : { Authorization: `Bearer ${token}` };
  try {
    const response = await fetch(server + path, { headers, credentials: "omit" });
    return response.ok ? { ok: true, value: await take(response) } : await refused(response, token !== null);
  } catch {
    return { ok: false, refusal: "offline", detail: null };
  }
}

const NAMED: readonly Refusal[] = ["token-required", "token-refused", "token-territory"];

/** From the problem that the server names (RFC 9457), else from the status. */
async function refused(response: Response, asked: boolean): Promise<Outcome<never>> {
  const { type, detail } = await problemOf(response);
  const named = NAMED.find((one) => String(type).endsWith(`:${one}`));
  const refusal = named ?? byStatus(response.status, asked);
  return { ok: false, refusal, detail: typeof detail === "string" ? detail : null };
}

function byStatus(status: number, asked: boolean): Refusal {
  if (status === 401) return asked ? "token-refused" : "token-required";
  if (status === 403) return "token-territory";
  return status === 404 ? "unknown" : "unavailable";
}

async function problemOf(response: Response): Promise<{ readonly type?: unknown; readonly detail?: unknown }> {
  try {
    return ((await response.json()) ?? {}) as object; // checked by whoever reads its fields
  } catch {
    return {};
  }
}
