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

/** A page that a webmaster tries on their own machine. */
const LOCAL = ["http://localhost:*", "http://127.0.0.1:*"] as const;
const LOCAL_ORIGIN = /^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/;

/**
 * Whether the diagnostic shows itself on a page of this origin: the sites of `frame-ancestors`, our own pages (`own`), and
 * any page on the reader's own machine, so that a webmaster can try; such a trial is shown, its contribution is refused.
 */
export function showsOn(
  origin: string,
  own: string,
  code: string | null,
  hosts: readonly Host[],
  setting: string,
): boolean {
  return origin === own || LOCAL_ORIGIN.test(origin) || frameAncestors(code, hosts, setting).includes(origin);
}

/** `frame-ancestors` of the page that is framed: the same list, trials on one's own machine included. */
export function frameSources(code: string | null, hosts: readonly Host[], setting: string): string {
  return [...frameAncestors(code, hosts, setting), ...LOCAL].join(" ");
}
