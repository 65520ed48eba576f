/** The life of the database as OpenMetrics families: ages in seconds at the moment of asking, totals since the beginning. */
import type { Life } from "../store/life.ts";
import { family, type Sample } from "./openmetrics.ts";

/** Without a readable database only that is said. */
export function lifeFamilies(life: Life | null, now: Date): readonly string[] {
  const up = family("diag_database_up", "gauge", "Whether the database could be read", [["", {}, life ? 1 : 0]]);
  if (life === null) return [up];
  const { releases, jobs, purges } = life;
  const seconds = Math.floor(now.getTime() / 1000);
  const removed = (kind: string): readonly Sample[] => [
    ["_total", {}, purges.find((one) => one.kind === kind)?.removed ?? 0],
  ];
  return [
    up,
    family(
      "diag_release_age_seconds",
      "gauge",
      "Time since the day of the latest release (its date, at midnight UTC), by questionnaire",
      releases.map(({ questionnaire, builtOn }) => ["", { questionnaire }, seconds - Date.parse(builtOn) / 1000]),
    ),
    family(
      "diag_job_age_seconds",
      "gauge",
      "Time since a scheduled job last ended well",
      jobs.map(({ name, endedAt }) => ["", { job: name }, seconds - endedAt]),
    ),
    family(
      "diag_purge_runs",
      "counter",
      "Runs of the purge, by what it deletes, since the beginning",
      purges.map(({ kind, runs }) => ["_total", { kind }, runs]),
    ),
    family("diag_purged_receipts", "counter", "Receipts deleted since the beginning", removed("receipts")),
    family(
      "diag_purged_contributions",
      "counter",
      "Contributions deleted at the end of their time, since the beginning",
      removed("contributions"),
    ),
  ];
}
