/** The territories, ready to serve: encoded when they are first asked for, without the origins that only the worker reads. */
import { territories } from "../dist/questionnaires/territories.js";
import type { HostedTerritory, Territory, TerritoryList } from "../questionnaires/schema/territory.ts";
import { hashed } from "./http/hashed.ts";
import type { Host } from "./http/hosts.ts";
import type { Representation } from "./http/representation.ts";
import type { Area } from "./statistics/export/within-territory.ts";

export interface Territories {
  /** Whether a contribution may carry this code. */
  readonly has: (code: string) => boolean;
  /** The departments of one, or undefined. */
  readonly area: (code: string) => Area | undefined;
  /** Every territory's code, name and region. */
  readonly list: () => Promise<Representation>;
  /** The public configuration of one, or undefined. */
  readonly find: (code: string) => Promise<Representation> | undefined;
  /** Which sites each one allows. */
  readonly hosts: readonly Host[];
}

/** Prepares territories to be served. */
export function serveTerritories(hosted: readonly HostedTerritory[]): Territories {
  const list = once(() => listOf(hosted));
  const byCode = new Map(hosted.map((one) => [one.code, once(() => configurationOf(one))]));
  const areas = new Map<string, Area>(hosted.map((one) => [one.code, one]));
  return {
    has: (code) => byCode.has(code),
    area: (code) => areas.get(code),
    list,
    find: (code) => byCode.get(code)?.(),
    hosts: hosted,
  };
}

/** Those of `questionnaires/territories`. */
export const shippedTerritories = serveTerritories(territories);

function listOf(hosted: readonly HostedTerritory[]): TerritoryList {
  return { territories: hosted.map(({ code, name, region }) => ({ code, name, region })) };
}

/**
 * Everything but the origins. They would be no secret (a page that embeds us is public), but the list of all hosts helps
 * nobody who reads a plan, and spares an attacker the search for a site to forge.
 */
function configurationOf({ origins: _kept, ...configuration }: HostedTerritory): Territory {
  return configuration;
}

/** Encodes once. Not a shared promise: workerd forbids a request to wait for the input and output of another one. */
function once(make: () => Territory | TerritoryList): () => Promise<Representation> {
  let made: Representation | undefined;
  return async () => {
    made ??= await hashed(make());
    return made;
  };
}
