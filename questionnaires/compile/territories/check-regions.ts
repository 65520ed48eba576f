/** Territories and the questionnaires' regions are the same map: each region once, with the same departments. */
import type { Questionnaire } from "../../schema/compiled.ts";
import { error, type Finding, warning } from "../findings.ts";
import { placeOf, type TerritoryCheck, type TerritoryPart } from "./part.ts";

type Region = Questionnaire["regions"][number];

/** Refuses an unknown region, a region or a national level held twice; doubts about a region that nobody holds. */
export const checkRegions: TerritoryCheck = ({ folder, parts, questionnaires }) => {
  const regions = regionsOf(questionnaires);
  const codes = parts.map(({ territory }) => territory.region);
  return [
    ...parts.flatMap((part, index): readonly Finding[] => {
      const { region } = part.territory;
      const place = placeOf(part, ["region"]);
      if (codes.indexOf(region) < index) {
        const [message, mend] =
          region === null
            ? ["le niveau national existe déjà", "ajoutez region, ou réunissez les deux fichiers"]
            : [`la région ${region} a déjà un territoire`, "corrigez region, ou réunissez les deux fichiers"];
        return [error(place, "territory-region", message, mend)];
      }
      if (region === null || regions.has(region)) return [];
      const mend = `choisissez parmi ${[...regions.keys()].join(", ")}`;
      return [error(place, "territory-region", `aucun questionnaire ne connaît la région ${region}`, mend)];
    }),
    ...[...regions.values()]
      .filter(({ code }) => !codes.includes(code))
      .map(({ code, name }) => {
        const mend = "créez son fichier, même avec ses seuls contacts";
        return warning({ file: folder, line: 1 }, "territory-region", `${name} (${code}) n’a pas de territoire`, mend);
      }),
  ];
};

/** Refuses a department that its region does not have, one that two territories hold, one that is forgotten. */
export const checkTerritoryDepartments: TerritoryCheck = ({ parts, questionnaires }) => {
  const regions = regionsOf(questionnaires);
  const held = new Set<string>();
  return parts.flatMap((part) => {
    const { departments, region } = part.territory;
    const known = regions.get(region ?? "")?.departments;
    return [
      ...departments.flatMap((code, index) => {
        const twice = held.has(code);
        held.add(code);
        if (!twice && (known?.includes(code) ?? false)) return [];
        const message = twice
          ? `le département ${code} est déjà dans un territoire`
          : `le département ${code} n’est pas dans cette région des questionnaires`;
        return [error(placeOf(part, ["departments", index]), "department", message, "corrigez ou retirez ce code")];
      }),
      ...(known ?? []).filter((code) => !departments.includes(code)).map((code) => forgotten(part, code)),
    ];
  });
};

/** Refuses a region where nobody can be asked for help: the plan's message would have no reader. */
export const checkSupport: TerritoryCheck = ({ parts }) =>
  parts.flatMap((part) => {
    const { contacts, region } = part.territory;
    if (region === null || contacts.some(({ kind }) => kind === "support")) return [];
    const message = "personne n’accompagne les structures de cette région";
    const mend = "ajoutez un contact avec kind: support, même si son adresse reste à trouver";
    return [error(placeOf(part, ["contacts"]), "territory-contact", message, mend)];
  });

function forgotten(part: TerritoryPart, code: string): Finding {
  const message = `le département ${code} de cette région manque`;
  return error(placeOf(part, ["departments"]), "department", message, "ajoutez son code");
}

/** The regions of all questionnaires, by code; the first one that knows a region says its departments. */
function regionsOf(questionnaires: readonly Questionnaire[]): ReadonlyMap<string, Region> {
  const all = questionnaires.flatMap(({ regions }) => regions);
  return new Map(all.toReversed().map((region) => [region.code, region]));
}
