/** Compiles the territories of a folder: authors' files and questionnaires in, served territories and findings out. */
import * as v from "valibot";
import type { Questionnaire } from "../../schema/compiled.ts";
import { type HostedTerritory, HostedTerritorySchema } from "../../schema/territory.ts";
import { parseShape } from "../authored.ts";
import { type Finding, hasErrors } from "../findings.ts";
import type { SourceFile } from "../source.ts";
import { assembleTerritory } from "./assemble.ts";
import { AuthoredTerritorySchema } from "./author-schema.ts";
import { checkCampaigns } from "./check-campaigns.ts";
import { checkEligibility, checkTerritoryActions } from "./check-eligibility.ts";
import { checkOrigins, checkTerritoryLinks, checkTheme } from "./check-links.ts";
import { checkCodes, checkTerritoryIds } from "./check-names.ts";
import { checkRegions, checkSupport, checkTerritoryDepartments } from "./check-regions.ts";
import { checkTerritoryWords } from "./check-words.ts";
import type { TerritoryCheck, TerritoryPart } from "./part.ts";

const CHECKS: readonly TerritoryCheck[] = [
  checkCodes,
  checkTerritoryIds,
  checkRegions,
  checkTerritoryDepartments,
  checkSupport,
  checkTerritoryActions,
  checkEligibility,
  checkOrigins,
  checkCampaigns,
  checkTheme,
  checkTerritoryWords,
  checkTerritoryLinks,
];

/** `territories` is empty when a finding is an error. */
export type TerritoriesCompilation = {
  readonly territories: readonly HostedTerritory[];
  readonly findings: readonly Finding[];
};

/**
 * The same files and questionnaires always give the same result: regions by code, the national level last.
 * `questionnaires`: the latest published version of each.
 */
export function compileTerritories(
  folder: string,
  files: readonly SourceFile[],
  questionnaires: readonly Questionnaire[],
): TerritoriesCompilation {
  if (files.length === 0) return { territories: [], findings: [] };
  const shape: Finding[] = [];
  const parts = files.flatMap((file): readonly TerritoryPart[] => {
    const part = parseShape(`${folder}/${file.name}`, file.text, AuthoredTerritorySchema, shape);
    if (!part) return [];
    const { territory, findings } = assembleTerritory(part);
    shape.push(...findings);
    return [{ ...part, territory }];
  });
  // Checks compare territories with each other: a file that could not be read would be told missing.
  const readable = parts.length === files.length;
  const checked = readable ? CHECKS.flatMap((check) => check({ folder, parts, questionnaires })) : [];
  const findings = [...shape, ...checked];
  if (hasErrors(findings)) return { territories: [], findings };
  const territories = parts.map(({ territory }) => v.parse(HostedTerritorySchema, territory)).sort(nationalLast);
  return { territories, findings };
}

function nationalLast(a: HostedTerritory, b: HostedTerritory): number {
  return Number(a.region === null) - Number(b.region === null) || a.code.localeCompare(b.code, "en");
}
