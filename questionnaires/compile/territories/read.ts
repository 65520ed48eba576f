/** The territories of the repository, on the disk: read, then checked against what is published. */
import { join } from "node:path";
import type { Questionnaire } from "../../schema/compiled.ts";
import { shown } from "../compile-all.ts";
import { type Lock, lockKey } from "../published.ts";
import { readRootLock, readSources } from "../read-sources.ts";
import { compileTerritories, type TerritoriesCompilation } from "./compile.ts";

/** The folder of the territories, beside the questionnaires. */
export const TERRITORIES_FOLDER = "territories";

/** Compiles `<root>/territories/*.yaml`; `questionnaires` are all versions of the same root, oldest first. */
export function compileTerritoriesOf(root: string, questionnaires: readonly Questionnaire[]): TerritoriesCompilation {
  const folder = join(root, TERRITORIES_FOLDER);
  return compileTerritories(shown(folder), readSources(folder), latestPublished(questionnaires, readRootLock(root)));
}

/** The latest published version of each questionnaire; of one that never was published, the latest. */
export function latestPublished(questionnaires: readonly Questionnaire[], lock: Lock): readonly Questionnaire[] {
  const versions = Map.groupBy(questionnaires, ({ id }) => id);
  return [...versions.values()].flatMap(
    (list) => list.findLast((one) => Object.hasOwn(lock, lockKey(one))) ?? list.at(-1) ?? [],
  );
}
