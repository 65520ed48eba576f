/** What the platform gives the worker: the database and the settings of wrangler.toml. Nothing else is read from outside. */
import type { Area } from "./statistics/export/within-territory.ts";

export interface Bindings {
  readonly DB: D1Database;
  /** The built files; the worker serves one of them under headers of its own. */
  readonly ASSETS: Fetcher;
  /** Exact origins that may call the API and embed the diagnostic, besides its own and the territories’, separated by spaces. */
  readonly ALLOWED_ORIGINS: string;
  /** Fewest contributions behind a published figure; 11 unless it is a larger whole number. */
  readonly MINIMUM_CELL?: string;
  /** `public` (or absent): anyone reads the statistics. `token`, or any other word: who carries a token. */
  readonly STATISTICS_ACCESS?: string;
  /** `all` = the log has a line for every request; otherwise only for the events of an operator. */
  readonly REQUEST_LOG?: string;
  /** A secret: the tokens that open /metrics, separated by spaces (two while one replaces the other). */
  readonly METRICS_TOKEN?: string;
}

/** What the middleware of the statistics found out for the routes behind it. */
export interface Reader {
  /** The only territory whose lines the token reads; null = all, or no token is needed. */
  scope: string | null;
  /** The territory whose lines are asked for; null = all. */
  area: Area | null;
}

/** The environment of every Hono handler of this worker. */
export interface AppEnv {
  Bindings: Bindings;
  Variables: Reader;
}

/** The words of a setting: `"one  two "` → `["one", "two"]`; a setting that is absent is an empty list. */
export function words(setting: string | undefined): readonly string[] {
  return (setting ?? "").split(/\s+/).filter((word) => word !== "");
}
