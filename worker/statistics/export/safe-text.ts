/** What every file that a spreadsheet opens does with a text, headers included: it is never run (security.md §8). */

/**
 * A text that begins so would be run as a formula: ASVS 1.2.10, and the line feed and the full-width signs that the OWASP
 * page on CSV injection adds.
 */
const FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/;

/** The text, after an apostrophe when a spreadsheet would take it for a formula. */
export function safeText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
