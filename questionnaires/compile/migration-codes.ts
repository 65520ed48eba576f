/** The rules of the check that speak of two versions at once: those of `migration.yaml`. */
export const MIGRATION_CODES = {
  "migration-missing": "une version sans migration.yaml, ou dont le point de départ n’est pas la version précédente",
  "migration-unknown": "une question, une variable ou une valeur que la migration invente",
  "migration-fate": "un sort qui ne convient pas : question gardée mais disparue, retirée mais présente…",
  "migration-forgotten": "une question, une variable ou une valeur de l’ancienne version sans sort",
  "migration-reworded": "une question gardée dont l’énoncé ou les réponses ont changé de mots, sans le dire",
  "migration-twice": "une question qui recevrait la réponse de deux anciennes questions",
} as const;
