import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { mini } from "./mini.ts";

/** Canonical JSON written a second time, from RFC 8785: sorted keys, no spaces. Enough for texts and small numbers. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(",")}}`;
}

describe("the hash of a version", () => {
  it("is the SHA-256 of the canonical content, without itself and without the date of publication", () => {
    const { hash, publishedOn: _date, ...content } = mini();
    expect(hash).toBe(`sha256-${createHash("sha256").update(canonical(content)).digest("hex")}`);
  });

  it("does not change with the date of publication nor with what only the check reads, and changes with a single word", () => {
    const { hash } = mini();
    expect(mini({ file: "questionnaire.yaml", from: "2026-01-15", to: "2027-01-01" }).hash).toBe(hash);
    expect(mini({ file: "questionnaire.yaml", from: "min: 4", to: "min: 3" }).hash).toBe(hash);
    const reworded = mini({ file: "questions-acces.yaml", from: "Aucun suivi", to: "Pas de suivi" }).hash;
    expect(reworded).toMatch(/^sha256-[0-9a-f]{64}$/);
    expect(reworded).not.toBe(hash);
  });
});
