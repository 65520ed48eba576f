/** The YAML of the profile: variables, categories, regions. Every key, its type, its default, what it is for. */
import * as v from "valibot";
import { GRAMMAR, text, whole } from "./author-values.ts";
import { say } from "./say.ts";

const choice = v.strictObject({
  value: say(text, "Code de la réponse, lu par les conditions. Entre guillemets s’il commence par un chiffre."),
  label: say(text, "Réponse telle que la personne la lit."),
  exclusive: say(v.optional(v.boolean(), false), "true : cette réponse reste seule dans un choix multiple."),
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
