/**
 * Which sites may embed the diagnostic: those that the territories list, and those of the setting `ALLOWED_ORIGINS`. The
 * same list drives CORS and `frame-ancestors`. It keeps other sites' pages away; it authenticates nobody.
 */
import { isExactOrigin } from "../../questionnaires/schema/origin.ts";
import type { HostedTerritory } from "../../questionnaires/schema/territory.ts";
import { words } from "../bindings.ts";

/** A territory, as far as it allows sites. */
export type Host = Pick<HostedTerritory, "code" | "origins">;

/** Whether a page of this origin may embed the widget and call the API; `setting` is `ALLOWED_ORIGINS`. */
export function isAllowedHost(origin: string, hosts: readonly Host[], setting: string): boolean {
  return hosts.some(({ origins }) => origins.includes(origin)) || words(setting).includes(origin);
}

/**
 * The sources of `frame-ancestors` for the iframe page of a territory: our own pages, its sites, those of the setting.
 * Without a territory (null), the sites of all; of an unknown one, none. What is no exact origin never reaches the header.
 */
export function frameAncestors(code: string | null, hosts: readonly Host[], setting: string): readonly string[] {
  const chosen = hosts.filter((host) => code === null || host.code === code).flatMap(({ origins }) => origins);
  return ["'self'", ...new Set([...chosen, ...words(setting)].filter(isExactOrigin))];
}
