/** What is asked of the IT provider: every « je ne sais pas » in a sentence one would send, and nothing of the other answers. */
import { describe, expect, it } from "vitest";
import { readWords } from "../../../scripts/words.ts";
import { mailAddress } from "../../../widget/pages/plan/mail.ts";
import { unknowns } from "../../../widget/pages/plan/provider-text.ts";
import { shippedByName } from "../../support/questionnaires.ts";
import { model, opened, t } from "./opened.ts";

const words = readWords("fr", "plan");
const spoken = Object.keys(words).filter((key) => /^(provider|inside)\./.test(key));

describe.each(shippedByName)("the questions of %s", (_, { questionnaire }) => {
  it("have each one sentence to ask, to the provider or inside, where « je ne sais pas » is allowed", () => {
    const asked = questionnaire.questions.filter(({ unknownAllowed }) => unknownAllowed);
    for (const { id } of asked) {
      expect([id, ["provider", "inside"].filter((whom) => `${whom}.${id}` in words).length]).toEqual([id, 1]);
    }
  });
});

it("has no sentence for a question that no version asks", () => {
  const known = new Set(shippedByName.flatMap(([, one]) => one.questions.map(({ id }) => id)));
  expect(spoken.filter((key) => !known.has(key.slice(key.indexOf(".") + 1)))).toEqual([]);
});

it("asks each unknown question with its possible answers, in a whole letter", () => {
  const { provider } = unknowns(opened("SSIAD"), t);
  expect(provider?.subject).toBe("Sécurité informatique\u00A0: vos réponses nous sont utiles");
  const body = provider?.body ?? "";
  expect(body).toMatch(/^Bonjour,\n\n/);
  expect(body).toMatch(/Bien cordialement,$/);
  expect(body).toContain("1. Quelle preuve avons-nous que l’hébergeur de nos dossiers est certifié HDS");
  for (const option of model.questionById.get("acc-admin")?.options ?? []) expect(body).toContain(`) ${option}`);
  expect(body).not.toContain("{");
});

it("keeps apart what only the structure knows, and is silent when everything is known", () => {
  const inside = unknowns(opened("EHPAD", { "conf-registre": "nsp" }), t);
  expect(inside.provider).toBeNull();
  expect(inside.inside).toEqual([t("inside.conf-registre")]);
  expect(unknowns(opened("EHPAD"), t)).toEqual({ provider: null, inside: [] });
});

it("tells nothing of the answers that are known", () => {
  const few = unknowns(opened("EHPAD", { "acc-admin": "nsp" }), t).provider?.body ?? "";
  const weaker = unknowns(opened("EHPAD", { "acc-admin": "nsp", "sauv-test": 0, "poste-maj": 0 }), t).provider?.body;
  expect(weaker).toBe(few);
  expect(few).toContain("il nous manque une réponse");
});

it("opens a mail without recipient, whole when it is short, to be pasted into when programs would cut it", () => {
  const short = { subject: "Objet", body: "Une ligne\nDeux & trois" };
  const paste = t("mail.paste");
  expect(mailAddress(short, paste).href).toBe("mailto:?subject=Objet&body=Une%20ligne%0D%0ADeux%20%26%20trois");
  const { provider } = unknowns(opened("SSIAD"), t);
  const long = provider ? mailAddress(provider, paste).href : "";
  expect(long.length).toBeLessThan(300);
  expect(decodeURIComponent(long)).toContain("(Collez ici le texte copié.)");
});
