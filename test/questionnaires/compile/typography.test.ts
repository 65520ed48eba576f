import { describe, expect, it } from "vitest";
import { compileChanged, shippedQuestionnaire } from "./content.ts";

/** Every string of the compiled questionnaire, whatever its key. */
function strings(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(strings) : [];
}

const sentences = strings(shippedQuestionnaire()).filter((text) => !text.startsWith("https://"));

describe("the texts of the questionnaire", () => {
  it("are found, all of them", () => {
    expect(sentences.length).toBeGreaterThan(1200);
  });

  it("have typographic apostrophes", () => {
    expect(sentences.filter((text) => /\p{L}'\p{L}/u.test(text))).toEqual([]);
  });

  it("have a no-break space before double signs and inside quotation marks", () => {
    const breakable = /(^|[^\u00a0])[;?!»%€]|[^\u00a0\d]:|«[^\u00a0]/u;
    const hashes = /^sha256-/;
    expect(sentences.filter((text) => breakable.test(text) && !hashes.test(text))).toEqual([]);
  });

  it.each([
    ["the straight apostrophe", "l’informatique est mentionnée", "l'informatique est mentionnée"],
    ["the missing no-break space", "peut-on\u00a0?", "peut-on ?"],
    ["the thin space", "peut-on\u00a0?", "peut-on\u202f?"],
    ["the glued quotation mark", "«\u00a0oui\u00a0»", "«oui\u00a0»"],
    ["the straight quotation marks", "«\u00a0oui\u00a0»", '\\"oui\\"'],
    ["the three dots", "et cetera…", "et cetera..."],
    ["the percentage without its space", "25\u00a0%", "25%"],
    ["the double space", "deux mots", "deux  mots"],
  ])("are refused with %s", (_, right, wrong) => {
    const from = '"Aucune liste"';
    const replaced = (text: string) =>
      compileChanged({ file: "questions-postes.yaml", from, to: `"${text}"` }).findings.map((finding) => finding.code);
    expect(replaced(right)).not.toContain("typography");
    expect(replaced(wrong)).toContain("typography");
  });

  it.each(["Règle 3-2-1", "24\u00a0h/24", "à 10:30", "voir https://exemple.fr/?a=1", "mesures 5, 8, 29"])(
    "may say « %s »",
    (text) => {
      const { findings } = compileChanged({ file: "questions-postes.yaml", from: "Aucune liste", to: text });
      expect(findings.filter((finding) => finding.severity === "error")).toEqual([]);
    },
  );
});
