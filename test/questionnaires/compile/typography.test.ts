import { describe, expect, it } from "vitest";
import { shippedQuestionnaire } from "./content.ts";
import { compileMini } from "./mini.ts";

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
    "Règle 3-2-1",
    "24\u00a0h/24",
    "à 10:30",
    "voir https://exemple.fr/?a=1",
    "mesures 5, 8, 29",
    "Nous n’avons pas de liste et n’avons pas vérifié",
    "«\u00a0Je ne sais pas\u00a0» n’est pas proposé",
  ])("may say « %s »", (text) => {
    expect(compileMini({ file: "questions-acces.yaml", from: "Aucun suivi", to: text }).findings).toEqual([]);
  });

  it.each([
    "Le wifi des résidents et visiteurs est-il séparé\u00a0?",
    "Les caméras et les alarmes sont-elles à jour\u00a0?",
    "Qui règle et surveille le pare-feu\u00a0?",
  ])("may ask « %s »", (label) => {
    const from = "Chacun a-t-il son propre compte\u00a0?";
    expect(compileMini({ file: "questions-acces.yaml", from, to: label }).findings).toEqual([]);
  });

  it("may have sentences of thirty words, and several of them", () => {
    const sentence = Array.from({ length: 30 }, () => "mot").join(" ");
    const text = `${sentence}. ${sentence}.`;
    expect(compileMini({ file: "questions-acces.yaml", from: "Aucun suivi", to: text }).findings).toEqual([]);
  });
});
