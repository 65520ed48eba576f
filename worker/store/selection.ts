/** Which contributions an operator means: what they have in common, as far as a contribution says where it came from. */

/** Every condition that is given must hold; null = those that have none. At least one must be given: who calls sees to it. */
export interface Selection {
  /** Every quarter before this one: `2026-T1`. */
  readonly before?: string;
  readonly period?: string;
  readonly channel?: string | null;
  readonly territory?: string | null;
  readonly campaign?: string | null;
}

/** Its SQL: parameters 1 to 5 are those of `selectionValues`. */
export const IS_SELECTED = `(?1 IS NULL OR period < ?1) AND (?2 IS NULL OR period = ?2)
  AND (?3 IS NULL OR coalesce(channel, '') = ?3) AND (?4 IS NULL OR coalesce(territory, '') = ?4)
  AND (?5 IS NULL OR coalesce(campaign, '') = ?5)`;

/** Null = any; an empty text = none. */
export function selectionValues({
  before,
  period,
  channel,
  territory,
  campaign,
}: Selection): readonly (string | null)[] {
  const place = (value: string | null | undefined) => (value === undefined ? null : (value ?? ""));
  return [before ?? null, period ?? null, place(channel), place(territory), place(campaign)];
}

/** How many contributions came from one place. */
export interface Source {
  readonly period: string;
  readonly territory: string | null;
  readonly channel: string | null;
  readonly campaign: string | null;
  readonly contributions: number;
}

const READ_SOURCES = `SELECT period, territory, channel, campaign, count(*) AS contributions FROM contributions
  GROUP BY period, territory, channel, campaign ORDER BY period DESC, contributions DESC LIMIT ?1`;

/** Sources told at most: a quarter has some 19 territories × 3 channels × a few campaigns. */
const MAX_SOURCES = 500;

/** Where contributions came from, for an operator who looks for a flood: the latest quarter first, the largest first. */
export async function readSources(database: D1Database): Promise<readonly Source[]> {
  return (await database.prepare(READ_SOURCES).bind(MAX_SOURCES).all<Source>()).results;
}
