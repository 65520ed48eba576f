/** Requests per second of the API against bare Hono routes: same workerd, same client, paired rounds. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { buildWorker } from "../scripts/build-worker.ts";
import { requestsPerSecond } from "./http/client.ts";
import { type Scenario, scenarios } from "./http/scenarios.ts";
import { startWorkerd } from "./http/workerd.ts";
import { median } from "./measure.ts";

const ROUNDS = 7;
const SECONDS = 1;
const CONNECTIONS = 20;

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Prints the median of each scenario over the rounds, and its ratio to the bare route. Asserts nothing. */
export async function benchHttp(): Promise<void> {
  await buildWorker();
  const folder = await mkdtemp(join(tmpdir(), "diag-bench-"));
  try {
    await bundleBare(folder);
    const workerd = await startWorkerd({ product: at("dist/worker/index.js"), bare: join(folder, "bare.js") });
    try {
      print(await measure(scenarios(workerd.origins.bare ?? "", workerd.origins.product ?? "")));
    } finally {
      await workerd.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Measured extends Scenario {
  /** One per round. */
  readonly rates: readonly number[];
}

/** Every scenario once per round, so that a slow moment of the machine falls on all; round 0 warms up. */
async function measure(list: readonly Scenario[]): Promise<readonly Measured[]> {
  const rounds: number[][] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const rates: number[] = [];
    for (const { request } of list) rates.push(await requestsPerSecond(request, SECONDS, CONNECTIONS));
    if (round > 0) rounds.push(rates);
  }
  return list.map((scenario, index) => ({ ...scenario, rates: rounds.map((rates) => rates[index] ?? Number.NaN) }));
}

function print(measured: readonly Measured[]): void {
  console.log(`http: requests/s in workerd, medians of ${ROUNDS} interleaved rounds of ${SECONDS} s`);
  console.log("  × bare: a Hono route that does nothing; × like: one with the same input and output (bar)");
  for (const { name, bar, like, rates } of measured) {
    const to = (place: number) =>
      median(rates.map((rate, round) => rate / (measured[place]?.rates[round] ?? Number.NaN)));
    const ratios = `${to(0).toFixed(2)} × bare  ${to(like).toFixed(2)} × like${bar === null ? "" : ` (${bar})`}`;
    console.log(`  ${name.padEnd(36)} ${median(rates).toFixed(0).padStart(6)}/s  ${ratios}`);
  }
}

async function bundleBare(folder: string): Promise<void> {
  await build({
    configFile: false,
    root: at("."),
    logLevel: "warn",
    publicDir: false,
    build: {
      ssr: at("bench/http/bare.ts"),
      outDir: folder,
      emptyOutDir: false,
      target: "es2023",
      rolldownOptions: { output: { entryFileNames: "bare.js" } },
    },
    ssr: { target: "webworker", noExternal: true },
  });
}

if (import.meta.main) await benchHttp();
