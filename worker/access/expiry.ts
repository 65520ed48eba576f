/** Until when a new token is accepted, from what the operator asks: a date, or a number of days. Never more than a year. */
import { MAX_DAYS } from "./grant.ts";

const DAY_MS = 86_400_000;

export interface AskedLife {
  /** The last day, `2027-03-01`. */
  readonly expires: string | undefined;
  /** How many days from today. */
  readonly days: string | undefined;
}

export type Expiry =
  | { readonly ok: true; readonly expiresOn: string }
  | { readonly ok: false; readonly reason: "none" | "both" | "not-a-date" | "not-days" | "past" | "too-far" };

/** The last day of a token created `today`, or why what was asked cannot be. */
export function expiryOf({ expires, days }: AskedLife, today: string): Expiry {
  if (expires !== undefined && days !== undefined) return { ok: false, reason: "both" };
  if (days !== undefined) {
    if (!/^[1-9]\d{0,5}$/.test(days)) return { ok: false, reason: "not-days" };
    return within(addDays(today, Number(days)), today);
  }
  if (expires === undefined) return { ok: false, reason: "none" };
  return isDay(expires) ? within(expires, today) : { ok: false, reason: "not-a-date" };
}

/** The latest day that a token created `today` may have. */
export function latestExpiry(today: string): string {
  return addDays(today, MAX_DAYS);
}

function within(expiresOn: string, today: string): Expiry {
  if (expiresOn < today) return { ok: false, reason: "past" };
  return expiresOn > latestExpiry(today) ? { ok: false, reason: "too-far" } : { ok: true, expiresOn };
}

function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);
}

/** A day that exists: 30 February does not. */
function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text;
}
