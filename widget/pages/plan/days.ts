/** Days as the fragment, the calendar and date fields write them: `YYYY-MM-DD`, without hour or time zone. */

export type Day = `${number}-${number}-${number}`;

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** The day of a text, or null when it is not one that exists. */
export function dayOf(text: string): Day | null {
  if (!SHAPE.test(text)) return null;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? (text as Day) : null; // its shape was tested
}

/** The day on the wall of whoever reads this clock. */
export function localDay(now: Date): Day {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}` as Day;
}

export function addDays(day: Day, days: number): Day {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10) as Day;
}

/** In the long words of a language: « 9 avril 2026 ». */
export function sayDay(day: Day, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}

/** In figures, for a table: « 09/04/2026 ». */
export function figureDay(day: Day, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "short", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
