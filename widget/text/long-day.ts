/** A day in long words. */

/** `YYYY-MM-DD` in long words; French says « 1er » of the first, which no browser does. */
export function longDay(day: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" })
    .formatToParts(new Date(`${day}T00:00:00Z`))
    .map(({ type, value }) => (type === "day" && value === "1" && language.startsWith("fr") ? "1er" : value))
    .join("");
}
