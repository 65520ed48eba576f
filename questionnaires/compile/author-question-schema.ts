/** The YAML of questions and actions. Every key, its type, its default, what it is for. */
import * as v from "valibot";
import { MAX_LEVEL } from "../schema/level.ts";
import { GRAMMAR, isoDate, level, percentage, positive, text } from "./author-values.ts";
import { say } from "./say.ts";

const always = v.optional(text, "toujours");
const id = say(text, "Identifiant : minuscules, chiffres et tirets. Il ne change plus une fois publié.");

export const QuestionsSchema = v.strictObject({
  domain: say(text, "Domaine de toutes les questions de ce fichier."),
  questions: say(
    v.array(
      v.strictObject({
        id,
        rank: say(positive, "Rang, unique : les plus petits sont gardés quand la limite d’affichage est atteinte."),
        weight: say(positive, "Poids de la question dans son domaine, d’ordinaire de 1 à 3."),
        core: say(v.optional(v.boolean(), false), "true : question socle, posée d’abord, cible plus haute."),
        when: say(always, `${GRAMMAR} Absente : posée à tous.`),
        label: say(text, "La question, une seule, sans négation."),
        help: say(v.string(), 'Aide d’une phrase ; "" pour aucune.'),
        options: say(
          v.pipe(v.array(text), v.length(MAX_LEVEL + 1)),
          "Cinq réponses, du niveau 0 au niveau 4, chacune contenant la précédente.",
        ),
        unknown: say(v.optional(v.boolean(), true), "false : « je ne sais pas » n’est pas proposé."),
        notApplicable: say(
          v.optional(
            v.strictObject({
              label: say(text, "Réponse « non applicable », en toutes lettres."),
              when: say(always, `Profils à qui elle est proposée. ${GRAMMAR}`),
            }),
          ),
          "Réponse qui retire la question du calcul.",
        ),
        impliedBy: say(
          v.optional(
            v.strictObject({
              question: say(text, "Question dont la réponse décide."),
              atMost: say(level, "À ce niveau ou en dessous, ou « je ne sais pas », celle-ci vaut 0 sans être posée."),
            }),
          ),
          "Déduction : pas de sauvegarde, donc pas de sauvegarde testée.",
        ),
        cap: say(
          v.optional(
            v.strictObject({
              atMost: say(level, "Le plafond s’applique à ce niveau ou en dessous."),
              limit: say(percentage, "Score final au plus."),
              when: say(always, `Profils concernés. ${GRAMMAR}`),
            }),
          ),
          "Plafond du score final.",
        ),
        alert: say(
          v.optional(
            v.strictObject({
              atMost: say(level, "L’alerte s’affiche à ce niveau ou en dessous."),
              label: say(text, "Texte de l’alerte."),
              when: say(always, `Profils concernés. ${GRAMMAR}`),
            }),
          ),
          "Alerte réglementaire, sans effet sur le score.",
        ),
        references: say(v.array(text), "Références : guide, mesure, article."),
        actions: say(
          v.array(
            v.strictObject({
              action: say(text, "Action de actions.yaml."),
              atLeast: say(v.optional(level, 0), "Proposée à partir de ce niveau ; 0 si absente."),
              atMost: say(v.optional(level, MAX_LEVEL - 1), "Proposée jusqu’à ce niveau ; 3 si absente."),
            }),
          ),
          "Actions proposées quand la réponse est sous la cible.",
        ),
      }),
    ),
    "Questions du domaine.",
  ),
});

export const ActionsSchema = v.strictObject({
  actions: say(
    v.array(
      v.strictObject({
        id,
        title: say(text, "Ce qu’il faut faire, verbe à l’infinitif."),
        domain: say(text, "Domaine de l’action."),
        effort: say(v.picklist([1, 2, 3]), "Effort : 1 faible, 2 moyen, 3 élevé."),
        cost: say(v.picklist([0, 1, 2, 3]), "Coût : 0 temps interne, 1 moins de 1 k€, 2 de 1 à 10 k€, 3 au-delà."),
        impact: say(v.picklist([1, 2, 3]), "Effet sur le risque : 1 faible, 2 moyen, 3 élevé."),
        days: say(positive, "Délai en jours : 30, 90, 180 ou 365."),
        owner: say(text, "Qui s’en charge."),
        steps: say(v.pipe(v.array(text), v.minLength(1)), "Étapes, dans l’ordre."),
        requires: say(v.optional(v.array(text), []), "Actions à faire avant celle-ci."),
        references: say(
          v.optional(v.array(text), []),
          "Références propres à cette action ; celles des questions qui la proposent s’y ajoutent.",
        ),
        resources: say(
          v.optional(
            v.array(
              v.strictObject({
                label: say(text, "Nom de la ressource."),
                url: say(v.optional(text), "Adresse en https ; absente, ce n’est qu’un nom."),
                checkedOn: say(v.optional(isoDate), "Date où le lien a été ouvert et relu, AAAA-MM-JJ."),
              }),
            ),
            [],
          ),
          "Guides et modèles utiles.",
        ),
      }),
    ),
    "Actions recommandées.",
  ),
});
