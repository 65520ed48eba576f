/** Operator logs: one JSON line per event, from a closed list. No answer, no key, no body, no address is ever passed. */
export type LogEvent =
  | "request"
  | "origin-refused"
  | "access-denied"
  | "access-unverified"
  | "token-use-unrecorded"
  | "store-unavailable"
  | "answer-cut"
  | "internal-error"
  | "receipts-purged"
  | "contributions-purged"
  | "contributions-folded"
  | "contribution-set-aside"
  | "counters-rebuilt"
  | "contributions-withdrawn"
  | "release-built"
  | "release-unchanged";

/** Writes one line. Values are short and chosen by the caller; JSON quoting keeps a hostile one on its line. */
export function log(event: LogEvent, facts: Readonly<Record<string, string | number | boolean>>): void {
  console.log(JSON.stringify({ event, ...facts }));
}
