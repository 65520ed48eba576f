/**
 * `npm run bench:widget`: our widget and SurveyJS, showing the same questions to the same slow phone, visit after visit
 * in one run. Prints medians and their ratio; asserts nothing, since times belong to a machine.
 */
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { build } from "../scripts/build.ts";
import { ARGS, findChromium } from "../test/browser/chromium.ts";
import { median } from "./measure.ts";
import { type Contender, OURS, SSIAD, SURVEYJS } from "./widget/contenders.ts";
import { type Route, serveBoth } from "./widget/server.ts";
import { surveyModel } from "./widget/survey-model.ts";
import { type Visit, visit } from "./widget/visit.ts";

const ROUNDS = 3;

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

interface Row {
  readonly name: string;
  readonly unit: string;
  readonly of: (visit: Visit) => number;
}

const ROWS: readonly Row[] = [
  { name: "received at the first question", unit: "KB", of: ({ firstBytes }) => firstBytes / 1000 },
  { name: "received to the end", unit: "KB", of: ({ allBytes }) => allBytes / 1000 },
  { name: "requests at the first question", unit: "", of: ({ firstRequests }) => firstRequests },
  { name: "requests to other sites", unit: "", of: ({ elsewhere }) => elsewhere },
  { name: "first question", unit: "s", of: ({ firstQuestion }) => (firstQuestion ?? Number.NaN) / 1000 },
  { name: "long tasks over 50 ms, at load", unit: "s", of: ({ longTaskExcess }) => longTaskExcess / 1000 },
  { name: "layout shift (CLS)", unit: "", of: ({ shift }) => shift },
  { name: "answering, p75", unit: "ms", of: ({ interactions }) => quantile(interactions, 0.75) },
  { name: "answering, longest", unit: "ms", of: ({ interactions }) => Math.max(...interactions) },
  { name: "end painted (theirs: a thank-you)", unit: "s", of: ({ endPaint }) => endPaint / 1000 },
];

export async function benchWidget(): Promise<void> {
  await build();
  const { questionnaire } = await import("../test/browser/example.ts");
  const model = JSON.stringify(surveyModel(questionnaire, SSIAD));
  const [{ path, env }, server] = await Promise.all([findChromium(), serveBoth(routes(model))]);
  const all = Object.entries({ ...process.env, ...env }).filter((entry): entry is [string, string] => !!entry[1]);
  const browser = await chromium.launch({ executablePath: path, args: [...ARGS], env: Object.fromEntries(all) });
  try {
    const visits = await measure(browser, server.origin);
    print(visits[0], visits[1]);
  } finally {
    await browser.close();
    server.stop();
  }
}

/** Both in each round, so that a slow moment of the machine falls on both. */
async function measure(browser: Browser, origin: string): Promise<readonly [readonly Visit[], readonly Visit[]]> {
  const ours: Visit[] = [];
  const theirs: Visit[] = [];
  const both: readonly (readonly [Contender, Visit[]])[] = [
    [OURS, ours],
    [SURVEYJS, theirs],
  ];
  for (let round = 0; round < ROUNDS; round++) {
    for (const [contender, visits] of both) visits.push(await visit(browser, origin, contender));
  }
  return [ours, theirs];
}

function print(ours: readonly Visit[], theirs: readonly Visit[]): void {
  console.log(`widget: slow 4G (1.44 Mbit/s, 562 ms), CPU 4 times slower, 360 pixels, medians of ${ROUNDS} visits`);
  console.log(`  ${"".padEnd(34)} ${"ours".padStart(10)} ${"SurveyJS".padStart(10)}   ours ÷ SurveyJS`);
  for (const { name, unit, of } of ROWS) {
    const [one, two] = [median(ours.map(of)), median(theirs.map(of))];
    const ratio = two === 0 ? "–" : (one / two).toFixed(3);
    console.log(`  ${name.padEnd(34)} ${figure(one, unit).padStart(10)} ${figure(two, unit).padStart(10)}   ${ratio}`);
  }
}

function figure(value: number, unit: string): string {
  const digits = Number.isInteger(value) ? 0 : unit === "KB" ? 1 : 3;
  return `${value.toFixed(digits)} ${unit}`.trim();
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function routes(model: string): Route {
  const script = `globalThis.survey = new Survey.Model(${model}); SurveyUI.renderSurvey(survey, document.getElementById("survey"));`;
  return (path) => {
    if (path === "/ours.html" || path === "/surveyjs.html") return { file: at(`bench/widget${path}`) };
    if (path === "/surveyjs/model.js") return { text: script };
    if (path === "/surveyjs/survey-js-ui.min.js") return { file: at("node_modules/survey-js-ui/survey-js-ui.min.js") };
    const core = /^\/surveyjs\/(survey[.-]core\.min\.(?:js|css))$/.exec(path)?.[1];
    if (core) return { file: at(`node_modules/survey-core/${core}`) };
    return /^\/widget\/[\w./-]+$/.test(path) && !path.includes("..") ? { file: at(`dist/assets${path}`) } : null;
  };
}

if (import.meta.main) await benchWidget();
