/** Timing for the benchmarks: medians of many short batches, so that one pause of the machine decides nothing. */

const BATCHES = 200;
const WARM_UP = 2000;

/** The median time of one call, in microseconds, once warm; `calls` per batch. */
export function medianMicroseconds(run: () => unknown, calls = 50): number {
  for (let i = 0; i < WARM_UP; i++) run();
  const times: number[] = [];
  for (let batch = 0; batch < BATCHES; batch++) {
    const start = process.hrtime.bigint();
    for (let i = 0; i < calls; i++) run();
    times.push(Number(process.hrtime.bigint() - start) / 1000 / calls);
  }
  return median(times);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
