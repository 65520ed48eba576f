/** Parts of a file: what a Range asks for, and that it is cut from the pieces wherever they begin. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseRange, partOf } from "../../../worker/http/range.ts";

async function* cut(bytes: Uint8Array, sizes: readonly number[]) {
  let at = 0;
  for (const size of sizes) {
    if (at < bytes.length) yield bytes.slice(at, at + size);
    at += size;
  }
  if (at < bytes.length) yield bytes.slice(at);
}

describe("a part of a file", () => {
  it("is the bytes that were asked for, however the file comes in pieces", async () => {
    const file = fc.record({
      bytes: fc.uint8Array({ maxLength: 60 }),
      sizes: fc.array(fc.integer({ min: 1, max: 9 })),
    });
    const limit = fc.option(fc.nat(70), { nil: null });
    await fc.assert(
      fc.asyncProperty(file, fc.nat(70), limit, async ({ bytes, sizes }, first, length) => {
        const last = length === null ? null : first + length;
        const from = await partOf(cut(bytes, sizes), { kind: "from", first, last });
        expect(from.bytes).toEqual(bytes.slice(first, last === null ? undefined : last + 1));
        const suffix = await partOf(cut(bytes, sizes), { kind: "suffix", length: first });
        expect(suffix.bytes).toEqual(bytes.slice(Math.max(0, bytes.length - first)));
        expect([from.size, suffix.size]).toEqual([bytes.length, bytes.length]);
      }),
      { numRuns: 500 },
    );
  });

  it("is asked for as RFC 9110 writes it; what it does not know is no range", () => {
    expect(parseRange("bytes=0-9")).toEqual({ kind: "from", first: 0, last: 9 });
    expect(parseRange("Bytes=5-")).toEqual({ kind: "from", first: 5, last: null });
    expect(parseRange("bytes=-5")).toEqual({ kind: "suffix", length: 5 });
    for (const other of ["", "bytes=", "bytes=-", "bytes=9-0", "bytes=0-1,3-4", "items=0-1", "bytes=0x1-2"]) {
      expect(parseRange(other)).toBe(null);
    }
  });
});
