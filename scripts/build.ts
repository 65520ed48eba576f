/** Builds everything that is served into dist/: compiled questionnaires, widget and pages, worker bundle. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { QUESTIONNAIRES_ROOT } from "../questionnaires/compile/compile-all.ts";
import { writePopulation } from "../questionnaires/compile/population/write.ts";
import { writeTerritories } from "../questionnaires/compile/territories/write.ts";
import { writeCatalogue } from "../questionnaires/compile/write-catalogue.ts";
import { buildWidget } from "./build-widget.ts";
import { buildWorker } from "./build-worker.ts";
import { ARCHIVE, bringBack } from "./widget-archive.ts";
import { ALIAS, VERSION } from "./widget-release.ts";

export interface Product {
  /** The folder of the questionnaires, `<id>/<version>/*.yaml`, of the `territories/*.yaml`, and of `population/finess.yaml`. */
  readonly questionnaires: string;
  /** The questionnaire that the widget shows, in its latest version. */
  readonly shown: string;
  /** The folder that receives everything. */
  readonly out: string;
  /** The folder of the published versions of the widget, when the product has some. */
  readonly published?: string;
}

const OURS: Product = {
  questionnaires: QUESTIONNAIRES_ROOT,
  shown: "esms",
  out: fileURLToPath(new URL("../dist", import.meta.url)),
  published: ARCHIVE,
};

/** Throws with the list of findings when a questionnaire, a territory or the population is wrong. */
export async function build({ questionnaires, shown, out, published }: Product = OURS): Promise<void> {
  const compiled = join(out, "questionnaires");
  const catalogue = writeCatalogue(compiled, questionnaires);
  writeTerritories(compiled, questionnaires, catalogue);
  writePopulation(compiled, questionnaires, catalogue);
  const assets = join(out, "assets");
  await buildWidget(join(compiled, shown), assets);
  if (published !== undefined) bringBack(published, assets, VERSION, ALIAS);
  await buildWorker(compiled, join(out, "worker"));
}

if (import.meta.main) await build();
