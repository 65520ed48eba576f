/** The YAML of one territory, as its authors write it. Nothing else is accepted. */
import * as v from "valibot";
import { CONTACT_KINDS } from "../../schema/territory.ts";
import { GRAMMAR, isoDate, text } from "../author-values.ts";
import { say } from "../say.ts";

const link = {
  url: say(v.optional(text), "Adresse en https ; absente : à vérifier."),
  checkedOn: say(v.optional(isoDate), "Date où l’adresse a été ouverte et relue, AAAA-MM-JJ."),
};
const eligibility = say(v.optional(text, "toujours"), `À qui cela s’adresse. ${GRAMMAR}`);

const contact = v.strictObject({
  id: say(text, "Identifiant dans ce territoire : minuscules et tirets."),
  kind: say(
    v.picklist(CONTACT_KINDS),
    "Rôle : support (aider au plan), emergency (attaque en cours), report (signaler), personal-data (données), authority (tutelle).",
  ),
  name: say(text, "Nom de l’organisme."),
  verified: say(v.boolean(), "true : nom vu dans une source ; false : nom à vérifier."),
  purpose: say(text, "Pourquoi l’appeler, en une phrase."),
  phone: say(v.optional(text), "Numéro de téléphone, entre guillemets ; absent : à vérifier."),
  email: say(
    v.optional(v.pipe(v.string(), v.email())),
    "Adresse électronique d’un service, jamais d’une personne ; absente : à vérifier.",
  ),
  url: link.url,
  checkedOn: say(v.optional(isoDate), "Date où ce numéro, ce courriel ou cette adresse ont été vérifiés, AAAA-MM-JJ."),
});

const service = v.strictObject({
  id: say(text, "Identifiant unique parmi tous les territoires : minuscules et tirets."),
  title: say(text, "Ce que le service apporte."),
  operator: say(text, "Qui le rend."),
  audience: say(text, "À qui il s’adresse, en mots ; dites ce qui reste à confirmer."),
  actions: say(v.pipe(v.array(text), v.minLength(1)), "Actions du questionnaire qu’il aide à mener."),
  for: eligibility,
  free: say(v.optional(v.nullable(v.boolean()), null), "true : gratuit ; false : payant ; absent : inconnu."),
  note: say(v.optional(text), "Ce qu’il faut savoir avant de compter dessus."),
  ...link,
});

const financing = v.strictObject({
  id: say(text, "Identifiant unique parmi tous les territoires : minuscules et tirets."),
  title: say(text, "Nom du financement."),
  text: say(text, "Qui peut l’obtenir, et qui ne le peut pas : dites-le franchement."),
  actions: say(v.optional(v.array(text), []), "Actions qu’il concerne ; aucune : tout le plan."),
  for: eligibility,
  ...link,
});

const campaign = v.strictObject({
  id: say(
    text,
    "Identifiant unique parmi tous les territoires : minuscules, chiffres et tirets. Il est conservé avec chaque contribution.",
  ),
  sha256: say(
    v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, "une empreinte SHA-256 : 64 chiffres hexadécimaux")),
    "Empreinte du code imprimé dans le courrier, donnée par npm run campaign. Le code lui-même ne s’écrit jamais ici.",
  ),
  from: say(isoDate, "Premier jour où le code compte, AAAA-MM-JJ."),
  to: say(isoDate, "Dernier jour où le code compte, AAAA-MM-JJ."),
});

export const AuthoredTerritorySchema = v.strictObject({
  code: say(text, "Code court en minuscules : c’est aussi le nom du fichier."),
  name: say(text, "Nom du territoire."),
  region: say(v.optional(text), "Code INSEE de la région, entre guillemets ; absent pour le niveau national."),
  departments: say(v.optional(v.array(text), []), "Codes des départements, entre guillemets."),
  contacts: say(v.pipe(v.array(contact), v.minLength(1)), "Qui appeler, dans l’ordre où l’on appelle."),
  services: say(v.optional(v.array(service), []), "Services qui aident à mener une action."),
  financing: say(v.optional(v.array(financing), []), "Ce qui peut, ou ne peut pas, payer les actions."),
  origins: say(
    v.optional(v.array(text), []),
    "Sites autorisés à intégrer le diagnostic : https://, nom exact, port s’il y en a un, rien après.",
  ),
  campaigns: say(
    v.optional(v.array(campaign), []),
    "Campagnes : un code par région et par courrier, jamais par établissement.",
  ),
  campaignRequired: say(
    v.optional(v.boolean(), false),
    "true : seules les contributions d’une campagne ouverte comptent. À réserver à une région dont les chiffres ont été pollués.",
  ),
  theme: say(
    v.optional(v.record(v.string(), say(text, "Couleur, comme #0b5568."))),
    "Couleurs du composant dans ce territoire : propriété --cd-… et couleur.",
  ),
});

export type AuthoredTerritory = v.InferOutput<typeof AuthoredTerritorySchema>;
