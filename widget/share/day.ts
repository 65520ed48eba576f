/** A day kept as `2026-11-22`, in words: a local day, the same in every time zone. */
import { formatDate } from "../text/date.ts";

export function dayOf(day: string, language: string): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return formatDate(new Date(year, month - 1, date), language);
}
