/**
 * `npm run load`: a ministerial mailing against the self-hosted server on the loopback, bounded in number and in time;
 * prints the checks, the times and the memory. Ends with 1 when a check fails. `-- --diagnostics 30000 --seconds 300`.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { Agent } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { parseArgs } from "node:util";
import { catalogue } from "../../dist/questionnaires/catalogue.js";
import { databaseFile } from "../../selfhost/store/open.ts";
import { diagnostic } from "../http/scenarios.ts";
import { type Heard, play } from "./journey.ts";
import { planMailing } from "./plan.ts";
import { openTotals, type Totals } from "./totals.ts";
import { type Held, percentile, verdict } from "./verdict.ts";

/** How often what is new is counted while the mailing runs: once an hour of the day that it stands for. */
const COUNTS = 24;

/** Connections at once; the rest wait, as behind a proxy. */
const CONNECTIONS = 100;

const { values } = parseArgs({
  options: { diagnostics: { type: "string", default: "3000" }, seconds: { type: "string", default: "30" } },
});
const [diagnostics, seconds] = [Number(values.diagnostics), Number(values.seconds)];
if (!(diagnostics >= 1 && diagnostics <= 100_000 && seconds >= 1 && seconds <= 3600)) {
  console.error("--diagnostics is a number from 1 to 100000, --seconds from 1 to 3600.");
  process.exit(1);
}

const dataDir = mkdtempSync(join(tmpdir(), "diag-load-"));
const server = spawn(process.execPath, ["selfhost/start.mjs", "serve"], {
  env: { ...process.env, DATA_DIR: dataDir, PORT: "0" },
  stdio: ["ignore", "pipe", "inherit"],
});
process.once("exit", () => server.kill("SIGKILL")); // whatever ends the measure ends the server
try {
  const origin = await ready();
  const questionnaire = catalogue.at(-1);
  if (questionnaire === undefined) throw new Error("The catalogue is empty.");
  const bodies = new Map([1, 2, 3, 4].map((level) => [level, diagnostic(questionnaire, level)]));
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const place = { origin, agent, bodies, questionnaire: `/api/v1/questionnaires/${questionnaire.id}` };
  const journeys = planMailing(diagnostics, seconds * 1000, 2026);
  const heard: Heard = { times: { page: [], questionnaire: [], submission: [] }, statuses: new Map() };
  const started = performance.now();
  const totals = openTotals(dataDir);
  const counting = countUntilStopped(totals);
  await Promise.all(
    journeys.map(async (journey) => {
      await new Promise((done) => setTimeout(done, journey.at));
      await play(journey, place, heard);
    }),
  );
  const elapsed = (performance.now() - started) / 1000;
  await counting.stop();
  agent.destroy();
  const memory = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${server.pid}/status`, "utf8"))?.[1];
  server.kill("SIGTERM");
  await once(server, "exit");
  report(heard, elapsed, Number(memory) / 1024);
  await totals.count();
  const proof = await totals.prove();
  totals.close();
  const checks = verdict(journeys, heard.statuses, { ...held(), proof });
  for (const { name, ok, detail } of checks) console.log(`${ok ? "✓" : "✗"} ${name} (${detail})`);
  if (checks.some(({ ok }) => !ok)) process.exitCode = 1;
} finally {
  server.kill("SIGKILL");
  rmSync(dataDir, { recursive: true, force: true });
}

/** Counts what is new, at the pace of COUNTS, until it is told to stop. */
function countUntilStopped(totals: Totals) {
  const pace = (seconds * 1000) / COUNTS;
  let stopped = false;
  const run = (async () => {
    while (!stopped) {
      await new Promise((done) => setTimeout(done, pace));
      await totals.count();
    }
  })();
  return {
    stop: () => {
      stopped = true;
      return run;
    },
  };
}

/** The origin that the server says when it is ready; its log is read to its end, and thrown away. */
function ready(): Promise<string> {
  return new Promise((done, failed) => {
    server.stdout.on("data", (chunk) => {
      const [, origin] = /"event":"ready","origin":"([^"]+)"/.exec(String(chunk)) ?? [];
      if (origin !== undefined) done(origin);
    });
    server.once("exit", (status) => failed(new Error(`The server ended with ${status}.`)));
  });
}

function report({ times }: Heard, elapsed: number, memory: number): void {
  const requests = Object.values(times).reduce((sum, list) => sum + list.length, 0);
  const perSecond = (requests / elapsed).toFixed(0);
  console.log(`${diagnostics} diagnostics in ${elapsed.toFixed(1)} s (asked: ${seconds} s), ${perSecond} requests/s`);
  for (const [name, list] of Object.entries(times)) {
    const [p50, p99] = [percentile(list, 0.5), percentile(list, 0.99)];
    console.log(
      `  ${name.padEnd(14)} ${String(list.length).padStart(7)}  p50 ${p50.toFixed(1)} ms  p99 ${p99.toFixed(1)} ms`,
    );
  }
  console.log(`  server: ${memory.toFixed(0)} MB at most`);
}

/** What the database holds, read once the server has stopped. */
function held(): Omit<Held, "proof"> {
  const sqlite = new DatabaseSync(databaseFile(dataDir), { readOnly: true });
  const number = (sql: string) => Number(sqlite.prepare(sql).get()?.n);
  const byLevel = (level: number) =>
    number(`SELECT count(*) AS n FROM contributions WHERE instr(answers, '${level}') > 0`);
  const receipts = sqlite.prepare("SELECT lower(hex(key_hash)) AS hash FROM receipts").all();
  const contributions = number("SELECT count(*) AS n FROM contributions");
  const levels = Object.fromEntries([1, 2, 3, 4].map((level) => [level, byLevel(level)]));
  sqlite.close();
  return { receipts: receipts.map(({ hash }) => String(hash)), contributions, byLevel: levels };
}
