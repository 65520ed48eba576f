/** Writes the counts as OpenMetrics 1.0 text (github.com/prometheus/OpenMetrics): a name, what it means, its numbers. */
import { BUCKETS, type Counts } from "./meter.ts";

/** The media type that a collector asks for; answered with its charset. */
export const OPENMETRICS_TYPE = "application/openmetrics-text; version=1.0.0";

export type Labels = Readonly<Record<string, string>>;
export type Sample = readonly [suffix: string, labels: Labels, value: number];

export interface About {
  readonly version: string;
  readonly engine: string;
}

/**
 * The whole document, its end mark included; `more` are families that others wrote. Labels hold words of this code only,
 * hence nothing to escape.
 */
export function openMetrics(
  counts: Readonly<Counts>,
  { version, engine }: About,
  more: readonly string[] = [],
): string {
  const requests = [...counts.requests].map(([key, value]): Sample => {
    const [method = "", route = "", status = ""] = key.split(" ");
    return ["_total", { method, route, status }, value];
  });
  return [
    family("diag_build", "info", "Versions that run", [["_info", { version, engine }, 1]]),
    family("diag_http_requests", "counter", "Requests answered by the worker", requests),
    family("diag_http_request_duration_seconds", "histogram", "Time to answer, by route", histogram(counts)),
    family("diag_submissions", "counter", "Submissions, by what became of them", totals(counts.submissions, "outcome")),
    family("diag_refusals", "counter", "Requests refused, by reason", totals(counts.refusals, "reason")),
    ...more,
    "# EOF\n",
  ].join("");
}

/** One family: what it is, then its samples. */
export function family(name: string, type: string, help: string, samples: readonly Sample[]): string {
  const unit = name.endsWith("_seconds") ? `# UNIT ${name} seconds\n` : "";
  const lines = samples.map(([suffix, labels, value]) => `${name}${suffix}${written(labels)} ${value}\n`);
  return `# TYPE ${name} ${type}\n${unit}# HELP ${name} ${help}.\n${lines.join("")}`;
}

function totals(map: ReadonlyMap<string, number>, label: string): readonly Sample[] {
  return [...map].map(([key, value]) => ["_total", { [label]: key }, value]);
}

/** Buckets are cumulative; the last one, `+Inf`, is the count. */
function histogram({ latencies }: Readonly<Counts>): readonly Sample[] {
  return [...latencies].flatMap(([route, { buckets, sum }]): readonly Sample[] => {
    let total = 0;
    const cumulative = buckets.map((count, place): Sample => {
      total += count;
      return ["_bucket", { route, le: String(BUCKETS[place] ?? "+Inf") }, total];
    });
    return [...cumulative, ["_count", { route }, total], ["_sum", { route }, sum]];
  });
}

function written(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value}"`);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}
