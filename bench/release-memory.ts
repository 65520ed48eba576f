/**
 * Builds a release once, in the database of the folder it is given: `bench/statistics.ts` runs it under `--max-old-space-size`
 * to learn how little memory is enough. Prints the peak of the JavaScript heap, in MB, as the collector saw it.
 */
import { PerformanceObserver } from "node:perf_hooks";
import { getHeapStatistics } from "node:v8";
import { openDatabase } from "../scripts/open-database.ts";

const MEGABYTE = 2 ** 20;

const { releaseAll } = await import("../worker/alarms.ts");
const opened = await openDatabase(process.argv[2] ?? null);
console.log = () => undefined; // the operator's log
globalThis.gc?.();
const before = getHeapStatistics().used_heap_size;
let peak = before;
const look = () => {
  peak = Math.max(peak, getHeapStatistics().used_heap_size);
};
new PerformanceObserver(look).observe({ entryTypes: ["gc"] });
const timer = setInterval(look, 5);
const built = await releaseAll({ DB: opened.database, MINIMUM_CELL: "11" }, new Date());
look();
clearInterval(timer);
await opened.close();
const outcomes = [...built.values()].map(({ outcome }) => outcome);
process.stdout.write(`${JSON.stringify({ outcomes, before: before / MEGABYTE, peak: peak / MEGABYTE })}\n`);
