/**
 * The layout of the open FINESS extract of establishments, `etalab-cs1100502-stock-<date>-<time>.csv` (dataset
 * « finess-extraction-du-fichier-des-etablissements » of data.gouv.fr, Licence Ouverte; description etalab_cs1100502.pdf):
 * one line per establishment, fields separated by `;`, quoted as RFC 4180 where they hold a quote or a `;`. No line names
 * the fields; the first one is `finess;etalab;<number>;<date of the extract>`. UTF-8 in the extract of 2026-05-12; readers of older
 * ones took them as ISO-8859-1 or Windows-1252.
 */

/** The 32 positions of a line, in order. */
export const FIELDS = [
  ...["section", "nofinesset", "nofinessej", "rs", "rslongue", "complrs", "compldistrib", "numvoie", "typvoie", "voie"],
  ...[
    "compvoie",
    "lieuditbp",
    "commune",
    "departement",
    "libdepartement",
    "ligneacheminement",
    "telephone",
    "telecopie",
  ],
  ...["categetab", "libcategetab", "categagretab", "libcategagretab", "siret", "codeape", "codemft", "libmft"],
  ...["codesph", "libsph", "dateouv", "dateautor", "datemaj", "numuai"],
] as const;

/** Older extracts end with `datemaj;`, without the last field. */
export const FEWEST_FIELDS = FIELDS.length - 1;

/** What the first field of an establishment's line says; other sections (`geolocalisation`) are not ours. */
export const ESTABLISHMENT = "structureet";

/** The first field of the line that dates the extract. */
export const HEADER = "finess";

/** Where a field stands. */
export function position(field: (typeof FIELDS)[number]): number {
  return FIELDS.indexOf(field);
}

/** A FINESS number, as the schema of the dataset has it. */
export const FINESS_NUMBER = /^\d[\dA-Z]\d{7}$/;

/** The first digit of `categagretab` for social and médico-social establishments; 1 to 3 are health and others. */
export const SOCIAL_FAMILY = "4";

/**
 * The codes of overseas departments in `departement`, whose second character is a letter. Saint-Barthélemy and Saint-Martin
 * stand under Guadeloupe. 9E (Saint-Pierre-et-Miquelon) and 9J (Wallis-et-Futuna) are no departments of the questionnaire.
 */
const OVERSEAS: Readonly<Record<string, string>> = { "9A": "971", "9B": "972", "9C": "973", "9D": "974", "9F": "976" };

/** `9A` → `971`, `1` → `01` (older extracts lost the zero); every other code stays as it is. */
export function departmentCode(code: string): string {
  return OVERSEAS[code] ?? (/^\d$/.test(code) ? `0${code}` : code);
}
