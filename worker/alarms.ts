/** What happens on schedule, by the line of wrangler.toml that triggers it. Each is harmless when it runs twice. */
import { population } from "../dist/questionnaires/population.js";
import { territories } from "../dist/questionnaires/territories.js";
import type { Bindings } from "./bindings.ts";
import { allPublished, findVersion, versionsOf } from "./catalogue.ts";
import { FOLD, PURGE, RELEASE } from "./schedule.ts";
import { minimumOf } from "./statistics/disclosure/thresholds.ts";
import type { FindModel } from "./statistics/recalculate.ts";
import type { Vocabulary } from "./statistics/vocabulary.ts";
import { fold } from "./store/fold.ts";
import { noteJob } from "./store/jobs.ts";
import { purgeContributions, purgeReceipts } from "./store/purge.ts";
import { type Built, release } from "./store/releases.ts";

export { FOLD, PURGE, RELEASE };

/** How often a release starts again because contributions were being folded. */
const ATTEMPTS = 3;

/** Runs of the fold before a release, 20,000 contributions each: one is enough, but after a mailing or an upgrade. */
const FOLDS_BEFORE_RELEASE = 10;

/** Runs the alarm of this schedule, at the time it was set for, and notes its end; an unknown one does nothing. */
export async function runAlarm(cron: string, env: Bindings, now: Date): Promise<void> {
  const clock = { now: () => now };
  if (cron === FOLD) {
    await fold(env.DB, findModel);
    await noteJob(env.DB, "fold", now);
  }
  if (cron === PURGE) {
    await purgeReceipts(env.DB, clock);
    await purgeContributions(env.DB, findModel, clock);
    await noteJob(env.DB, "purge", now);
  }
  if (cron === RELEASE) {
    for (let run = 0; run < FOLDS_BEFORE_RELEASE && !(await fold(env.DB, findModel)).finished; run++);
    await releaseAll(env, now);
    await noteJob(env.DB, "release", now);
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
    population: population?.questionnaire === id ? population : null,
  };
}
