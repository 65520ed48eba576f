import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { compileChanged, shippedQuestionnaire } from "./content.ts";

/** Canonical JSON written a second time, from RFC 8785: sorted keys, no spaces. Enough for texts and small numbers. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(",")}}`;
}

describe("the hash of a version", () => {
  it("is the SHA-256 of the canonical content, without itself and without the date of publication", () => {
    const { hash, publishedOn: _date, ...content } = shippedQuestionnaire();
    expect(hash).toBe(`sha256-${createHash("sha256").update(canonical(content)).digest("hex")}`);
  });

  it("does not change with the date of publication, and changes with a single word", () => {
    const { hash } = shippedQuestionnaire();
    const redated = compileChanged({ file: "questionnaire.yaml", from: '"2026-11-22"', to: '"2027-01-01"' });
    const reworded = compileChanged({ file: "questions-postes.yaml", from: "Aucune liste", to: "Pas de liste" });
    expect(redated.questionnaire?.hash).toBe(hash);
    expect(reworded.questionnaire?.hash).toMatch(/^sha256-[0-9a-f]{64}$/);
    expect(reworded.questionnaire?.hash).not.toBe(hash);
  });
});
