/** The YAML that authors write: identity, scales, domains, texts; the other files beside. Nothing else is accepted. */
import * as v from "valibot";
import { GRAMMAR, isoDate, level, percentage, positive, rate, text, whole } from "./author-values.ts";
import { say } from "./say.ts";

export const IdentitySchema = v.strictObject({
  id: say(text, "Identifiant du questionnaire : c’est aussi le nom du dossier parent."),
  version: say(
    v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/)),
    "Numéro de version, comme 1.1.0 : c’est aussi le nom du dossier.",
  ),
  title: say(text, "Titre du questionnaire."),
  language: say(text, "Langue des textes : fr."),
  publishedOn: say(isoDate, "Date de publication, AAAA-MM-JJ."),
  displayLimit: say(positive, "Nombre de questions posées au plus ; au-delà, les rangs les plus grands attendent."),
  questionCount: say(
    v.optional(
      v.strictObject({
        min: say(positive, "Nombre de questions que tout profil doit voir, au moins."),
        max: say(positive, "Nombre de questions qu’un profil peut voir, au plus."),
      }),
    ),
    "Bornes vérifiées par le contrôle, 20 et 40 si cette clé est absente. Ne change pas le diagnostic.",
  ),
  levels: say(
    v.array(
      v.strictObject({
        level: say(level, "Numéro du niveau, de 0 en 0, 1, 2…"),
        name: say(text, "Nom du niveau."),
        from: say(percentage, "Score à partir duquel ce niveau est atteint."),
        meaning: say(text, "Ce que ce niveau signifie pour une direction."),
      }),
    ),
    "Niveaux du score final, du plus bas au plus haut.",
  ),
  exposure: say(
    v.array(
      v.strictObject({
        points: say(positive, "Points ajoutés quand la condition est vraie."),
        when: say(text, GRAMMAR),
      }),
    ),
    "Points d’exposition : leur somme donne la classe.",
  ),
  classes: say(
    v.array(
      v.strictObject({
        id: say(text, "Lettre de la classe."),
        maxExposure: say(v.nullable(whole), "Exposition la plus forte de cette classe ; null : sans limite."),
        expected: say(percentage, "Score final attendu."),
        target: say(level, "Niveau attendu à une question ordinaire."),
        coreTarget: say(level, "Niveau attendu à une question socle."),
      }),
    ),
    "Classes d’exigence, de la moins à la plus exposée.",
  ),
  unknown: say(
    v.strictObject({
      action: say(text, "Action qui lève les « je ne sais pas »."),
      leadRate: say(rate, "Part d’inconnues qui met cette action en tête : [1, 5] pour un cinquième."),
      provisionalRate: say(rate, "Part d’inconnues au-delà de laquelle le résultat est provisoire."),
    }),
    "Règles des réponses « je ne sais pas ».",
  ),
});

export const DomainsSchema = v.strictObject({
  domains: say(
    v.array(
      v.strictObject({
        id: say(text, "Identifiant du domaine : ses questions sont dans questions-<domaine>.yaml."),
        label: say(text, "Nom du domaine."),
        weight: say(positive, "Poids dans le score ; le total des domaines vaut 100."),
        why: say(text, "Pourquoi ce poids."),
      }),
    ),
    "Domaines, dans l’ordre d’affichage.",
  ),
});

export const MessagesSchema = v.record(v.string(), say(text, "Texte de cette clé ; {accolades} : valeur insérée."));
