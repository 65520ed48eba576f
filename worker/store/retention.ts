/**
 * How long each thing is kept: the one place. The purge obeys these numbers, SCHEMA.md explains them, `/confidentialite` is
 * built from them; hence no setting may change them, the page would then be wrong.
 */
import { dayNumber, quarter } from "./day.ts";

/** Days that a receipt is kept: outlives the page's retries (48 h) with a margin for alarms that fail (security.md §4, §7). */
export const RECEIPT_DAYS = 7;

/**
 * Whole quarters that a contribution is kept after the quarter it belongs to: twelve months (security.md §4, « until the
 * campaign closes + 12 months »; the quarter is the only date that is kept). Long enough to calculate a year again when
 * the method changes, and for one answer a year to be counted once or twice, never more.
 */
export const CONTRIBUTION_QUARTERS = 4;

/**
 * Days after which what was deleted cannot be brought back: D1's point-in-time recovery on the paid plan
 * (developers.cloudflare.com/d1/reference/time-travel); the copies that self-hosting makes by itself live as long.
 */
export const RECOVERY_DAYS = 30;

/** The first day (since 1970) whose receipts are still kept. */
export function firstKeptDay(now: Date): number {
  return dayNumber(now) - RECEIPT_DAYS;
}

/** The first quarter whose contributions are still kept: `2025-T4` all along `2026-T4`. */
export function firstKeptQuarter(now: Date): string {
  return quarter(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 3 * CONTRIBUTION_QUARTERS, 1)));
}
