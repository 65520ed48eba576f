/** Builds everything that is served into dist/: compiled questionnaires, widget and pages, worker bundle. */
import { fileURLToPath } from "node:url";
import { writeCatalogue } from "../questionnaires/compile/write-catalogue.ts";
import { buildWidget } from "./build-widget.ts";
import { buildWorker } from "./build-worker.ts";

/** Throws with the list of findings when a questionnaire is wrong. */
export async function build(): Promise<void> {
  await writeCatalogue(fileURLToPath(new URL("../dist/questionnaires", import.meta.url)));
  await buildWidget();
  await buildWorker();
}

if (import.meta.main) await build();
