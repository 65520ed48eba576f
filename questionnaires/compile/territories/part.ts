/** One territory while it is being compiled: what its author wrote, where, and what it becomes. */
import type { Questionnaire } from "../../schema/compiled.ts";
import type { HostedTerritory } from "../../schema/territory.ts";
import type { Part } from "../authored.ts";
import type { Finding, Place } from "../findings.ts";
import type { Path } from "../source.ts";
import type { AuthoredTerritory } from "./author-schema.ts";

export type TerritoryPart = Part<AuthoredTerritory> & { readonly territory: HostedTerritory };

/** What the checks look at: every territory, and the latest published version of each questionnaire. */
export type TerritoryContext = {
  readonly folder: string;
  readonly parts: readonly TerritoryPart[];
  readonly questionnaires: readonly Questionnaire[];
};

export type TerritoryCheck = (context: TerritoryContext) => readonly Finding[];

/** The author's file and line of a path of a territory. */
export function placeOf({ source }: Pick<TerritoryPart, "source">, path: Path): Place {
  return { file: source.file, line: source.lineOf(path) };
}
