/** The published questionnaires, ready to serve and to calculate with: indexed once per isolate, never changed. */
import { catalogue } from "../dist/questionnaires/catalogue.js";
import { indexQuestionnaire, type Model } from "../questionnaires/engine/engine.ts";
import type { Questionnaire } from "../questionnaires/schema/compiled.ts";
import { type Representation, representation } from "./http/representation.ts";

/** One version of one questionnaire. */
export interface Published {
  readonly questionnaire: Questionnaire;
  readonly model: Model;
  /** The bytes served for it; encoded at its first request. */
  readonly served: () => Representation;
}

/** Every version, by questionnaire id, newest first (the build sorts the catalogue by semantic version). */
const byId: ReadonlyMap<string, readonly Published[]> = Map.groupBy(
  catalogue.map(publish).reverse(),
  ({ questionnaire }) => questionnaire.id,
);

/** Every published version: questionnaires by id, versions newest first. */
export function allPublished(): readonly Published[] {
  return [...byId.keys()].sort().flatMap((id) => byId.get(id) ?? []);
}

/** All versions of a questionnaire, newest first; empty when it does not exist. */
export function versionsOf(id: string): readonly Published[] {
  return byId.get(id) ?? [];
}

/** An exact version, or undefined. */
export function findVersion(id: string, version: string): Published | undefined {
  return versionsOf(id).find(({ questionnaire }) => questionnaire.version === version);
}

function publish(questionnaire: Questionnaire): Published {
  let served: Representation | undefined;
  return {
    questionnaire,
    model: indexQuestionnaire(questionnaire),
    served: () => {
      served ??= representation(JSON.stringify(questionnaire), questionnaire.hash);
      return served;
    },
  };
}
