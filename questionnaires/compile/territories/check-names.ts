/** A territory bears the name of its file, and no two things bear the same name. */
import { error, type Finding } from "../findings.ts";
import type { Path } from "../source.ts";
import { placeOf, type TerritoryCheck, type TerritoryPart } from "./part.ts";

/** Short and readable in an address or an attribute: « ara », « pays-de-la-loire ». */
const CODE = /^[a-z][a-z0-9-]*$/;

type Named = { readonly part: TerritoryPart; readonly path: Path; readonly name: string };

/** Refuses a code that is not the file's name, or that an attribute could not carry. */
export const checkCodes: TerritoryCheck = ({ parts }) =>
  parts.flatMap((part) => {
    const { code } = part.territory;
    const file = part.source.file.split("/").at(-1) ?? "";
    const place = placeOf(part, ["code"]);
    if (!CODE.test(code)) {
      const mend = "des minuscules sans accent, des chiffres et des tirets, comme ara";
      return [error(place, "territory-name", `« ${code} » n’est pas un code court en minuscules`, mend)];
    }
    if (file === `${code}.yaml`) return [];
    const message = `le code dit « ${code} », le fichier « ${file} »`;
    return [error(place, "territory-name", message, `renommez le fichier ${code}.yaml, ou corrigez code`)];
  });

/** Refuses the second bearer of a name: a service or a financing among all territories, a contact inside its own. */
export const checkTerritoryIds: TerritoryCheck = ({ parts }) => {
  const families: readonly (readonly Named[])[] = [
    parts.map((part) => ({ part, path: ["code"], name: part.territory.code })),
    parts.flatMap((part) => [...named(part, "services"), ...named(part, "financing")]),
    ...parts.map((part) => named(part, "contacts")),
  ];
  return families.flatMap((family) =>
    repeated(family).map(({ part, path, name }): Finding => {
      const mend = "donnez un autre nom ou retirez ce double";
      return error(placeOf(part, path), "duplicate-id", `« ${name} » existe déjà`, mend);
    }),
  );
};

function named(part: TerritoryPart, list: "contacts" | "services" | "financing"): readonly Named[] {
  return part.territory[list].map(({ id }, index) => ({ part, path: [list, index, "id"], name: id }));
}

function repeated(family: readonly Named[]): readonly Named[] {
  return family.filter(({ name }, index) => family.findIndex((other) => other.name === name) < index);
}
