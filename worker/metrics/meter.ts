/**
 * Counts what happens since this process (on Cloudflare: this isolate) started, in memory only: a handful of numbers by
 * route, none about anyone.
 */
import type { Observation } from "./observation.ts";

/** Upper bounds of the latency histogram, in seconds; 0.5 is the bar of security.md §11 (p95). */
export const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5] as const;

/** What became of a submission: counted now, counted before, refused for its content, not kept by the store. */
export type Outcome = "counted" | "replayed" | "refused" | "unavailable";

export interface Latency {
  /** How many requests fell in each bucket, and beyond the last. */
  readonly buckets: number[];
  /** In seconds. */
  sum: number;
}

export interface Counts {
  /** By `method route status`, separated by spaces. */
  readonly requests: Map<string, number>;
  /** By route. */
  readonly latencies: Map<string, Latency>;
  readonly submissions: Map<Outcome, number>;
  /** By problem. */
  readonly refusals: Map<string, number>;
}

export interface Meter {
  readonly count: (observation: Observation) => void;
  readonly counts: Readonly<Counts>;
}

const SUBMISSIONS = "/api/v1/contributions";

/** A meter at zero. */
export function createMeter(): Meter {
  const counts: Counts = {
    requests: new Map(),
    latencies: new Map(),
    submissions: new Map(),
    refusals: new Map(),
  };
  const count = ({ method, route, status, ms, problem }: Observation) => {
    add(counts.requests, `${method} ${route} ${status}`);
    time(counts.latencies, route, ms / 1000);
    if (problem !== null) add(counts.refusals, problem);
    if (route === SUBMISSIONS && method === "POST") add(counts.submissions, outcome(status));
  };
  return { count, counts };
}

function outcome(status: number): Outcome {
  if (status === 201) return "counted";
  if (status === 200) return "replayed";
  return status < 500 ? "refused" : "unavailable";
}

function add<K>(map: Map<K, number>, key: K): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}

function time(latencies: Map<string, Latency>, route: string, seconds: number): void {
  const latency = latencies.get(route) ?? { buckets: Array.from({ length: BUCKETS.length + 1 }, () => 0), sum: 0 };
  latencies.set(route, latency);
  const found = BUCKETS.findIndex((bound) => seconds <= bound);
  const place = found === -1 ? BUCKETS.length : found;
  latency.buckets[place] = (latency.buckets[place] ?? 0) + 1;
  latency.sum += seconds;
}
