/** One line of the extract: an establishment, something else, or why it cannot be read. Its name is not even looked at. */
import { departmentCode, ESTABLISHMENT, FEWEST_FIELDS, FIELDS, FINESS_NUMBER, position } from "./layout.ts";
import { splitLine } from "./split-line.ts";

export interface Establishment {
  /** To count it once; never written anywhere. */
  readonly number: string;
  readonly category: string;
  readonly categoryLabel: string;
  /** `categagretab`: the family of the category, four digits. */
  readonly family: string;
  /** As the questionnaire writes it, or as FINESS does when the questionnaire does not know it. */
  readonly department: string;
  /** ISO date; empty when it is not said. */
  readonly opensOn: string;
}

export type Reading =
  | { readonly kind: "establishment"; readonly value: Establishment }
  /** Another section of the file. */
  | { readonly kind: "other" }
  | { readonly kind: "bad"; readonly reason: string };

/** Reads a line, whatever it holds. */
export function readRecord(line: string): Reading {
  const fields = splitLine(line);
  if (fields === null) return bad("a quote is not closed, or text follows one");
  if (fields[0] !== ESTABLISHMENT) return { kind: "other" };
  if (fields.length < FEWEST_FIELDS || fields.length > FIELDS.length) {
    return bad(`${fields.length} fields instead of ${FIELDS.length}`);
  }
  const at = (field: (typeof FIELDS)[number]) => (fields[position(field)] ?? "").trim();
  const number = at("nofinesset");
  const category = at("categetab");
  const department = departmentCode(at("departement"));
  if (!FINESS_NUMBER.test(number)) return bad("nofinesset is no FINESS number");
  if (!/^\d{3}$/.test(category)) return bad("categetab is not three digits");
  if (!/^\d[\dA-Z]\d?$/.test(department)) return bad("departement is no department");
  return {
    kind: "establishment",
    value: {
      number,
      category,
      categoryLabel: at("libcategetab"),
      family: at("categagretab"),
      department,
      opensOn: isoDate(at("dateouv")),
    },
  };
}

/** `2026-05-12`, or `12/05/2026` as some extracts wrote it. */
export function isoDate(text: string): string {
  const french = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text);
  if (french !== null) return `${french[3]}-${french[2]}-${french[1]}`;
  return /^\d{4}-\d\d-\d\d$/.test(text) ? text : "";
}

function bad(reason: string): Reading {
  return { kind: "bad", reason };
}
