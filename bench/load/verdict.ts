/** Compares what was sent with what the database holds: nothing lost, nothing twice, totals right. Pure. */
import { createHash } from "node:crypto";
import type { Rebuilt } from "../../worker/store/rebuild.ts";
import type { Journey } from "./plan.ts";

export interface Held {
  /** The fingerprints of the keys, in hexadecimal. */
  readonly receipts: readonly string[];
  readonly contributions: number;
  /** How many contributions per level of their answers. */
  readonly byLevel: Readonly<Record<number, number>>;
  /** What counting all contributions again found; null when it never came to an end. */
  readonly proof: Rebuilt | null;
}

export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** Every check; `statuses` = what each key was answered. */
export function verdict(
  journeys: readonly Journey[],
  statuses: ReadonlyMap<string, readonly number[]>,
  { receipts, contributions, byLevel, proof }: Held,
): readonly Check[] {
  const submitted = journeys.filter(({ end }) => end !== "abandoned");
  const kept = new Set(receipts);
  const accepted = submitted.filter(({ key }) => statuses.get(key)?.some((status) => status < 300));
  const lost = accepted.filter(({ key }) => !kept.has(createHash("sha256").update(key).digest("hex")));
  const twice = submitted.filter(({ key }) => (statuses.get(key) ?? []).filter((status) => status === 201).length > 1);
  const faults = [...statuses.values()].flat().filter((status) => status >= 500);
  const expected = [1, 2, 3, 4].map((level) => submitted.filter((one) => one.level === level).length);
  const found = [1, 2, 3, 4].map((level) => byLevel[level] ?? 0);
  return [
    check(
      "every submission was accepted",
      accepted.length === submitted.length,
      `${accepted.length} of ${submitted.length}`,
    ),
    check("nothing lost", lost.length === 0, `${lost.length} accepted without a receipt`),
    check(
      "nothing counted twice",
      twice.length === 0 && contributions === kept.size && contributions === submitted.length,
      `${contributions} contributions, ${kept.size} receipts, ${submitted.length} keys`,
    ),
    check("totals are those that were sent", found.join() === expected.join(), `${found.join(" + ")} by level`),
    check(
      "counters equal a rebuild",
      proof?.wrong.length === 0 && proof.contributions === submitted.length,
      proof === null
        ? "no rebuild"
        : `${proof.contributions} counted, ${proof.wrong.length} of ${proof.counters} counters wrong`,
    ),
    check("no fault", faults.length === 0, `${faults.length} answers of 500 or more`),
  ];
}

function check(name: string, ok: boolean, detail: string): Check {
  return { name, ok, detail };
}

/** The value below which this share of the numbers lies; NaN of none. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
