/** Which part of a file a request asks for (RFC 9110, 14). Text in, decision out. */
import { joined } from "./bytes.ts";

/** Bytes from `first`, to `last` when it is told; or the `last` ones. */
export type ByteRange =
  | { readonly kind: "from"; readonly first: number; readonly last: number | null }
  | { readonly kind: "suffix"; readonly length: number };

/** The range of a header; null for what a server may ignore: several ranges, another unit, no range at all. */
export function parseRange(header: string): ByteRange | null {
  const [, first, last] = /^bytes\s*=\s*(\d{0,15})\s*-\s*(\d{0,15})\s*$/i.exec(header) ?? [];
  if (first === undefined || last === undefined) return null;
  if (first === "") return last === "" ? null : { kind: "suffix", length: Number(last) };
  if (last !== "" && Number(last) < Number(first)) return null;
  return { kind: "from", first: Number(first), last: last === "" ? null : Number(last) };
}

/** If-Range: the part is wanted only of what the client holds, told by a strong tag. We give no date that could match. */
export function isStillHeld(ifRange: string | null, etag: string): boolean {
  return ifRange === null || ifRange.trim() === etag;
}

/** A part of a file, where it begins and how long the whole is. No bytes: it would begin beyond the end. */
export interface Part {
  readonly bytes: Uint8Array;
  readonly first: number;
  readonly size: number;
}

/** Reads the whole, which tells its size, and keeps the part that is asked for. */
export async function partOf(pieces: AsyncIterable<Uint8Array>, range: ByteRange): Promise<Part> {
  const kept: Uint8Array[] = [];
  let size = 0;
  let dropped = 0; // bytes before the kept ones
  for await (const piece of pieces) {
    const isAfter = range.kind === "from" && range.last !== null && size > range.last;
    size += piece.length;
    if (isAfter) continue;
    kept.push(piece);
    const wanted = range.kind === "from" ? range.first : size - range.length;
    while (kept[0] !== undefined && dropped + kept[0].length <= wanted) dropped += kept.shift()?.length ?? 0;
  }
  const first = range.kind === "from" ? range.first : Math.max(0, size - range.length);
  const end = range.kind === "from" && range.last !== null ? range.last + 1 : size;
  return { bytes: joined(kept).slice(Math.max(0, first - dropped), Math.max(0, end - dropped)), first, size };
}
