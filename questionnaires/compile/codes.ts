/** Every rule of the check, by its stable code, with what it watches over. The documentation and the tests list them all. */
import type { MIGRATION_CODES } from "./migration-codes.ts";
import type { TERRITORY_CODES } from "./territory-codes.ts";

export const CODES = {
  // Le dossier et la forme des fichiers
  "unknown-file": "un fichier que rien ne lit",
  "missing-file": "un fichier obligatoire absent",
  "folder-name": "un dossier qui ne porte pas le nom de la version",
  "yaml-syntax": "un fichier YAML illisible (indentation, guillemets, clé répétée)",
  "unknown-key": "une clé qui n’existe pas",
  "missing-key": "une clé qui manque",
  "wrong-type": "un texte à la place d’un nombre, une liste à la place d’un texte…",
  "wrong-value": "une valeur hors bornes, un texte vide, un nombre de réponses différent de cinq",
  // Les noms
  "duplicate-id": "un identifiant, un code ou une valeur déjà pris",
  "duplicate-rank": "un rang déjà pris",
  "duplicate-message": "un texte d’interface défini deux fois",
  "unknown-domain": "un domaine qui n’existe pas",
  "unknown-action": "une action qui n’existe pas",
  "unknown-question": "une question qui n’existe pas",
  "unknown-variable": "une variable du profil qui n’existe pas",
  "unknown-value": "une valeur qui n’existe pas",
  "unknown-framework": "une référence dont aucun référentiel décrit ne répond",
  "unknown-item": "une référence à un numéro qui n’existe pas dans son référentiel",
  "framework-unused": "un référentiel que rien ne cite",
  "category-default": "une valeur par défaut de catégorie qui ne convient pas",
  department: "un département inconnu, oublié, ou dans deux régions",
  "missing-message": "une phrase dont le moteur a besoin",
  "group-title": "un groupe de variables sans titre",
  // Le profil et les conditions
  "variable-shape": "une variable dont le type et les options ne vont pas ensemble",
  "optional-variable-read": "une variable facultative qu’une condition lit",
  "required-variable-unread": "une variable obligatoire que rien ne lit",
  "derived-unread": "une variable calculée que rien ne lit",
  "condition-syntax": "une condition illisible",
  "boolean-compared": "une variable vraie ou fausse comparée à une valeur",
  "derived-order": "une variable calculée lue avant d’être définie",
  "variable-without-value": "une variable à valeurs lue comme un vrai ou faux",
  "condition-never": "une condition qu’aucun profil ne remplit",
  "condition-always": "une condition que tous les profils remplissent",
  "inner-condition-never": "un « non applicable », un plafond ou une alerte incompatible avec sa question",
  "inner-condition-always": "une condition de plafond, d’alerte ou de « non applicable » qui n’ajoute rien",
  // Les barèmes
  "weights-total": "des poids de domaines dont la somme n’est pas 100",
  "empty-domain": "un domaine sans question",
  "thin-domain": "un domaine qui, pour un profil, repose sur une seule question ou aucune",
  "levels-order": "des niveaux mal ordonnés",
  "classes-order": "des classes mal ordonnées",
  "class-never": "une classe qu’aucun profil n’atteint",
  bounds: "un tout-juste qui ne donne pas 100, ou un tout-faux qui ne donne pas 0",
  "cap-without-effect": "un plafond qui n’abaisse aucun score",
  "alert-always": "une alerte que toute réponse déclenche",
  // Les questions et les actions
  "question-cut": "une question socle ou plafonnante que la limite d’affichage peut cacher",
  "question-never": "une question que la limite d’affichage cache toujours",
  "too-few-questions": "un profil qui voit trop peu de questions",
  "too-many-questions": "un profil qui voit trop de questions",
  "nothing-to-score": "aucune question socle posée à tous",
  "deduction-cycle": "une question qui se déduit d’elle-même",
  "deduction-never": "une déduction entre deux questions jamais posées ensemble",
  "deduced-not-applicable": "une question à la fois déductible et « non applicable »",
  "gap-without-action": "un écart sans action",
  "trigger-never": "une action citée à un niveau qui ne la déclenche jamais",
  "orphan-action": "une action qu’aucune réponse ne propose",
  "prerequisite-cycle": "une action qui se précède elle-même",
  "prerequisite-skipped": "un prérequis que certains profils ne peuvent pas déclencher",
  "resource-url": "une adresse qui n’est pas en https, ou une date sans adresse",
  "resource-label": "une note de travail dans le nom d’une ressource",
  "resource-unchecked": "un lien sans date de vérification",
  // Les mots
  typography: "une faute de typographie française",
  "long-sentence": "une phrase de plus de trente mots",
  "double-negative": "une double négation",
  "double-question": "deux questions en une",
  // Les exemples et la publication
  "example-missing": "une version sans exemple calculé",
  "example-refused": "un profil ou une réponse d’exemple que le moteur refuse",
  "example-differs": "un résultat d’exemple que le moteur ne retrouve pas",
  "published-changed": "une version publiée qui a changé",
} as const;

/** The name of a rule. */
export type Code = keyof typeof CODES | keyof typeof MIGRATION_CODES | keyof typeof TERRITORY_CODES;
