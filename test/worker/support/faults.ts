/**
 * A database that goes wrong at every statement, as a real one may: the tests choose where. Unlike `faulty`, single
 * statements go wrong too, and not only as errors.
 */
import { env } from "cloudflare:workers";

/** An error before anything is done; an error once it is done (the reply is lost); an answer that stops half-way; no answer in time. */
export const FAULTS = ["refused", "reply-lost", "half-answered", "late"] as const;

export type StoreFault = (typeof FAULTS)[number] | "none";

const LOST = "D1_ERROR: Network connection lost.";

/** What the platform says once its own time is over (30 s); the work may have been done. */
const TIMED_OUT = "D1_ERROR: D1 DB storage operation exceeded timeout which caused object to be reset.";

export interface Unreliable {
  readonly database: D1Database;
  /** How many times it was called. */
  readonly calls: () => number;
}

/** The real database; `faultAt` says what happens at its n-th call, from 0. */
export function unreliable(faultAt: (call: number) => StoreFault): Unreliable {
  let calls = 0;
  const through = async <T>(work: () => Promise<T>): Promise<T> => {
    const fault = faultAt(calls++);
    if (fault === "refused") throw new Error(LOST);
    const done = await work();
    if (fault === "reply-lost") throw new Error(LOST);
    if (fault === "late") throw new Error(TIMED_OUT);
    return fault === "half-answered" ? (half(done) as T) : done; // half of it is not a T: that is the fault
  };
  const statement = (real: D1PreparedStatement): D1PreparedStatement =>
    ({
      bind: (...values: readonly unknown[]) => statement(real.bind(...values)),
      all: () => through(() => real.all()),
      run: () => through(() => real.run()),
      first: (column?: string) => through(() => (column === undefined ? real.first() : real.first(column))),
      real,
    }) as unknown as D1PreparedStatement;
  const database = {
    prepare: (sql: string) => statement(env.DB.prepare(sql)),
    batch: (all: readonly { readonly real: D1PreparedStatement }[]) =>
      through(() => env.DB.batch(all.map(({ real }) => real))),
  };
  return { database: database as unknown as D1Database, calls: () => calls };
}

/** What is left of an answer that was cut: a list without its end, no row where there was one, nothing said of a write. */
function half(answer: unknown): unknown {
  const first = <T>(list: readonly T[]) => list.slice(0, Math.floor(list.length / 2));
  if (Array.isArray(answer)) return first(answer);
  if (typeof answer !== "object" || answer === null) return null;
  return "results" in answer && Array.isArray(answer.results) && answer.results.length > 0
    ? { ...answer, results: first(answer.results) }
    : {};
}
