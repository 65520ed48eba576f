/** The only two things the store knows of time: a day number for receipts, a quarter for contributions. Both in UTC. */
const DAY_MS = 86_400_000;

/** Days since 1970-01-01. */
export function dayNumber(date: Date): number {
  return Math.floor(date.getTime() / DAY_MS);
}

/** `2026-T4`: precise enough for statistics, too vague to recognise who answered (design §6). */
export function quarter(date: Date): string {
  return `${date.getUTCFullYear()}-T${Math.floor(date.getUTCMonth() / 3) + 1}`;
}

/** `2026-12-31`: the date of a release. */
export function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
