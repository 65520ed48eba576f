/**
 * Who can help with an action: the services of the territory that the establishment is eligible to, then the national ones;
 * and what may pay for them. Eligibility is the condition of display, scoring and caps: one predicate for all (law 6).
 */
import type { Financing, Service, Territory } from "../schema/territory.ts";
import { type Facts, holds } from "./condition.ts";

/** A service, and whether it is the territory's own or the national level's. */
export interface OfferedService {
  readonly service: Service;
  readonly scope: "local" | "national";
}

/**
 * `none-in-territory`: nothing helps with this action, here or nationally. `not-eligible`: services exist, listed in
 * `existing`, but not for this profile.
 */
export type Services =
  | { readonly ok: true; readonly services: readonly OfferedService[] }
  | { readonly ok: false; readonly reason: "none-in-territory" }
  | { readonly ok: false; readonly reason: "not-eligible"; readonly existing: readonly OfferedService[] };

/**
 * The services for one action, local first, then national, each in the order of its file; or why there is none.
 * `territory` is null when it is not known; it may be the national level itself, which is then told once.
 */
export function servicesFor(
  territory: Territory | null,
  national: Territory | null,
  facts: Facts,
  actionId: string,
): Services {
  const existing = [
    ...offered(territory?.code === national?.code ? null : territory, "local", actionId),
    ...offered(national, "national", actionId),
  ];
  if (existing.length === 0) return { ok: false, reason: "none-in-territory" };
  const services = existing.filter(({ service }) => holds(service.for, facts));
  return services.length > 0 ? { ok: true, services } : { ok: false, reason: "not-eligible", existing };
}

/**
 * The notes on financing that a profile should read about one action, or about the whole plan (null); local first, then
 * national. A note about the whole plan is not repeated under each action.
 */
export function financingFor(
  territory: Territory | null,
  national: Territory | null,
  facts: Facts,
  actionId: string | null,
): readonly Financing[] {
  const local = territory?.code === national?.code ? null : territory;
  return [...(local?.financing ?? []), ...(national?.financing ?? [])].filter(
    (note) =>
      (actionId === null ? note.actions.length === 0 : note.actions.includes(actionId)) && holds(note.for, facts),
  );
}

function offered(
  territory: Territory | null,
  scope: OfferedService["scope"],
  actionId: string,
): readonly OfferedService[] {
  return (territory?.services ?? [])
    .filter(({ actions }) => actions.includes(actionId))
    .map((service) => ({ service, scope }));
}
