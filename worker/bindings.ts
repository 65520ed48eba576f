/** What the platform gives the worker: the database and the settings of wrangler.toml. Nothing else is read from outside. */
export interface Bindings {
  readonly DB: D1Database;
  /** Exact origins that may call the API besides its own, separated by spaces. */
  readonly ALLOWED_ORIGINS: string;
  /** Codes of the territories that a contribution may carry, separated by spaces. */
  readonly TERRITORIES: string;
}

/** The environment of every Hono handler of this worker. */
export interface AppEnv {
  Bindings: Bindings;
}

/** The words of a setting: `"ara  paca "` → `["ara", "paca"]`; a setting that is absent is an empty list. */
export function words(setting: string | undefined): readonly string[] {
  return (setting ?? "").split(/\s+/).filter((word) => word !== "");
}
