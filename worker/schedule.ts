/** The lines of wrangler.toml that wake the worker, in UTC (a test compares them). */

/** New contributions enter the counters. */
export const FOLD = "*/15 * * * *";

/** What has done its time is deleted. Also rung when a self-hosted server starts: it may stand on a restored copy. */
export const PURGE = "17 3 * * *";

/** A release is built. */
export const RELEASE = "43 4 1 * *";
