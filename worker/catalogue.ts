/** The published questionnaires, ready to serve and to calculate with: indexed once per isolate, never changed. */
import { catalogue, migrations } from "../dist/questionnaires/catalogue.js";
import { indexQuestionnaire, type Model } from "../questionnaires/engine/engine.ts";
import { coverage } from "../questionnaires/interop/coverage.ts";
import type { Questionnaire } from "../questionnaires/schema/compiled.ts";
import { IMMUTABLE, REVALIDATED, type Representation, representation } from "./http/representation.ts";

/** One version of one questionnaire; its bytes are encoded when they are first asked for. */
export interface Published {
  readonly questionnaire: Questionnaire;
  readonly model: Model;
  /** As an exact version, that never changes. */
  readonly exact: () => Representation;
  /** As the latest version, that may be another one tomorrow. */
  readonly latest: () => Representation;
  /** What it covers of each framework: as unchanging as the version. */
  readonly coverage: () => Representation;
}

/** What leads from one version to the next. */
export { migrations };

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
  const encode = (cacheControl: string) =>
    once(() => representation(JSON.stringify(questionnaire), questionnaire.hash, cacheControl));
  return {
    questionnaire,
    model: indexQuestionnaire(questionnaire),
    exact: encode(IMMUTABLE),
    latest: encode(REVALIDATED),
    coverage: once(() =>
      representation(JSON.stringify(coverage(questionnaire)), `${questionnaire.hash}-coverage`, IMMUTABLE),
    ),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
