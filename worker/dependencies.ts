/** The impure things a route may need, passed as arguments so that tests choose the day, the bytes and the waiting. */
import { createMeter, type Meter } from "./metrics/meter.ts";

export interface Dependencies {
  readonly now: () => Date;
  /** Cryptographic randomness. */
  readonly randomBytes: (count: number) => Uint8Array<ArrayBuffer>;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** What a promise gives, or null once this time is over: what it does may still happen. */
  readonly within: <T>(milliseconds: number, work: Promise<T>) => Promise<T | null>;
  /** Milliseconds since the process started, for durations. */
  readonly milliseconds: () => number;
  /** What this process has counted. */
  readonly meter: Meter;
}

/** The real clocks, the platform's random generator, a real timer, one meter. */
export const systemDependencies: Dependencies = {
  now: () => new Date(),
  randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  within: (milliseconds, work) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => resolve(null), milliseconds);
      work.then(resolve, reject).finally(() => clearTimeout(timer));
    }),
  milliseconds: () => performance.now(),
  meter: createMeter(),
};
