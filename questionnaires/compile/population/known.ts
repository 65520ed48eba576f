/** The codes of the questionnaire that FINESS knows too: its categories but `autre`, and its departments. */
import type { Questionnaire } from "../../schema/compiled.ts";
import type { Known } from "./count.ts";

/** The variables of the profile that FINESS fills. */
const CATEGORY = "categorie";
const DEPARTMENT = "departement";

/** Of all versions of a questionnaire together. */
export function knownCodes(versions: readonly Pick<Questionnaire, "profile">[]): Known {
  const values = (variable: string) =>
    versions.flatMap(
      ({ profile }) => profile.find(({ id }) => id === variable)?.options.map(({ value }) => value) ?? [],
    );
  return {
    categories: new Set(values(CATEGORY).filter((code) => /^\d{3}$/.test(code))),
    departments: new Set(values(DEPARTMENT)),
  };
}
