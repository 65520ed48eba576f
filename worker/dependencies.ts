/** The impure things a route may need, passed as arguments so that tests choose the day, the bytes and the waiting. */
export interface Dependencies {
  readonly now: () => Date;
  /** Cryptographic randomness. */
  readonly randomBytes: (count: number) => Uint8Array<ArrayBuffer>;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** The real clock, the platform's random generator, a real timer. */
export const systemDependencies: Dependencies = {
  now: () => new Date(),
  randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};
