/**
 * The YAML that authors write, file by file: every key, its type, its default, and what it is for, in French, since
 * editors show it. Nothing else is accepted.
 */
import * as v from "valibot";
import { MAX_LEVEL } from "../schema/level.ts";
import { say } from "./say.ts";

const text = v.pipe(v.string(), v.minLength(1));
const whole = v.pipe(v.number(), v.integer());
const positive = v.pipe(whole, v.minValue(1));
const level = v.pipe(whole, v.minValue(0), v.maxValue(MAX_LEVEL));
const percentage = v.pipe(v.number(), v.minValue(0), v.maxValue(100));
const isoDate = v.pipe(v.string(), v.isoDate());
const always = v.optional(text, "toujours");
const rate = v.tuple([positive, positive]);

const GRAMMAR =
  "Condition sur le profil : toujours, variable == valeur, variable != valeur, variable in (a, b), variable calculée seule, avec and, or, not et des parenthèses.";

const id = say(text, "Identifiant : minuscules, chiffres et tirets. Il ne change plus une fois publié.");
const choice = v.strictObject({
  value: say(text, "Code de la réponse, lu par les conditions. Entre guillemets s’il commence par un chiffre."),
  label: say(text, "Réponse telle que la personne la lit."),
  exclusive: say(v.optional(v.boolean(), false), "true : cette réponse reste seule dans un choix multiple."),
});

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

export const ProfileSchema = v.strictObject({
  variables: say(
    v.array(
      v.strictObject({
        id: say(text, "Identifiant de la variable, lu par les conditions."),
        group: say(text, "Écran qui pose la question ; son titre est profile.group.<groupe> dans interface.yaml."),
        label: say(text, "Question posée."),
        name: say(text, "Nom court, pour les phrases composées : « nombre de professionnels »."),
        help: say(v.string(), 'Aide affichée sous la question ; "" pour aucune.'),
        type: say(
          v.picklist(["single", "multiple", "integer"]),
          "single : une réponse ; multiple : plusieurs ; integer : un nombre entier.",
        ),
        optional: say(v.boolean(), "true : on peut ne pas répondre. Aucune condition ne doit alors la lire."),
        kept: say(v.boolean(), "true : conservée, sans identité, avec une contribution."),
        defaultFrom: say(v.optional(text), "Variable dont la catégorie choisie donne la réponse par défaut."),
        range: say(
          v.optional(
            v.strictObject({ min: say(whole, "Nombre le plus petit."), max: say(whole, "Nombre le plus grand.") }),
          ),
          "Bornes d’un nombre entier.",
        ),
        options: say(v.optional(v.array(choice), []), "Réponses proposées, dans l’ordre."),
        otherOption: say(
          v.optional(
            v.strictObject({
              value: say(text, "Code de cette réponse."),
              label: say(text, "Réponse telle qu’on la lit."),
            }),
          ),
          "Pour la variable des catégories : la réponse ajoutée après celles de categories.yaml.",
        ),
      }),
    ),
    "Variables du profil, dans l’ordre d’affichage.",
  ),
  derived: say(
    v.array(
      v.strictObject({
        id: say(text, "Identifiant, employé seul dans une condition."),
        when: say(text, GRAMMAR),
        label: say(text, "Phrase quand elle est vraie, pour les motifs affichés."),
        labelNot: say(text, "Phrase quand elle est fausse."),
      }),
    ),
    "Variables calculées, vraies ou fausses ; chacune peut lire celles qui la précèdent.",
  ),
  warnings: say(
    v.array(
      v.strictObject({ when: say(text, GRAMMAR), text: say(text, "Message affiché quand la condition est vraie.") }),
    ),
    "Contrôles de cohérence : ils demandent confirmation, sans bloquer.",
  ),
});

export const CategoriesSchema = v.strictObject({
  categories: say(
    v.record(
      v.string(),
      say(
        v.array(
          v.objectWithRest(
            {
              code: say(text, "Code FINESS, entre guillemets."),
              label: say(text, "Nom de la catégorie."),
            },
            say(text, "Réponse par défaut à la variable du même nom ; l’oublier, c’est laisser la question ouverte."),
          ),
        ),
        "Catégories de ce secteur.",
      ),
    ),
    "Catégories par secteur. Toute clé en plus de code et label est une réponse par défaut.",
  ),
});

export const RegionsSchema = v.strictObject({
  regions: say(
    v.array(
      v.strictObject({
        code: say(text, "Code INSEE de la région, entre guillemets."),
        name: say(text, "Nom de la région."),
        departments: say(v.array(text), "Codes des départements, entre guillemets."),
        operator: say(
          v.optional(
            v.strictObject({
              name: say(text, "Nom du GRADeS."),
              verified: say(v.boolean(), "true : nom vu dans une source."),
            }),
          ),
          "Opérateur régional de santé numérique.",
        ),
      }),
    ),
    "Régions et leurs départements.",
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

export const MessagesSchema = v.record(v.string(), say(text, "Texte de cette clé ; {accolades} : valeur insérée."));
