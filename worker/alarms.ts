/** What happens on schedule, by the line of wrangler.toml that triggers it. Each is harmless when it runs twice. */
import { territories } from "../dist/questionnaires/territories.js";
import type { Bindings } from "./bindings.ts";
import { allPublished, findVersion, versionsOf } from "./catalogue.ts";
import type { Meter } from "./metrics/meter.ts";
import { minimumOf } from "./statistics/disclosure/thresholds.ts";
import type { FindModel } from "./statistics/recalculate.ts";
import type { Vocabulary } from "./statistics/vocabulary.ts";
import { fold } from "./store/fold.ts";
import { purgeReceipts } from "./store/purge.ts";
import { type Built, release } from "./store/releases.ts";

/** New contributions enter the counters. */
export const FOLD = "*/15 * * * *";

/** Old receipts are forgotten. */
export const PURGE = "17 3 * * *";

/** A release is built. */
export const RELEASE = "43 4 1 * *";

/** How often a release starts again because contributions were being folded. */
const ATTEMPTS = 3;

/** Runs of the fold before a release, 20,000 contributions each: one is enough, but after a mailing or an upgrade. */
const FOLDS_BEFORE_RELEASE = 10;

/** Runs the alarm of this schedule, at the time it was set for; an unknown one does nothing. The meter is told of a purge. */
export async function runAlarm(cron: string, env: Bindings, now: Date, meter: Meter): Promise<void> {
  if (cron === FOLD) await fold(env.DB, findModel);
  if (cron === PURGE) meter.purged(await purgeReceipts(env.DB, { now: () => now }));
  if (cron === RELEASE) {
    for (let run = 0; run < FOLDS_BEFORE_RELEASE && !(await fold(env.DB, findModel)).finished; run++);
    await releaseAll(env, now);
  }
}

/** How the statistics find a version: in the catalogue of this worker. */
export const findModel: FindModel = (questionnaire, version) => findVersion(questionnaire, version)?.model;

/** The next release of every questionnaire, for those where enough has changed. */
export async function releaseAll(
  env: Pick<Bindings, "DB" | "MINIMUM_CELL">,
  now: Date,
): Promise<ReadonlyMap<string, Built>> {
  const done = new Map<string, Built>();
  for (const id of new Set(allPublished().map(({ questionnaire }) => questionnaire.id))) {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const built = await release(env.DB, id, vocabularyOf(id), minimumOf(env.MINIMUM_CELL), now);
      done.set(id, built);
      if (built.outcome !== "overtaken") break;
    }
  }
  return done;
}

function vocabularyOf(id: string): Vocabulary {
  return {
    versions: versionsOf(id).map(({ questionnaire }) => questionnaire),
    territories: territories.map(({ code, name }) => ({ code, label: name })),
  };
}
