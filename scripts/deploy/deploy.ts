/**
 * `npm run deploy`: refuses, in one sentence for each, what is missing; else builds, checks the bundle, applies the
 * migrations, then puts the new worker in place. `-- --dry-run` stops before anything leaves this machine.
 */
import { resolve } from "node:path";
import { ofTheFiles, refusals } from "./refusals.ts";
import { situationOf } from "./situation.ts";
import { wrangler } from "./wrangler.ts";

const STEPS = [
  ["deploy", "--dry-run"], // builds: nothing is migrated for a worker that does not build
  ["d1", "migrations", "apply", "DB", "--remote"],
  ["deploy"],
] as const;

/** A secret is in no file that could be looked at; it is asked for each time, in a sentence. */
const ASK_SECRET =
  "Is CHALLENGE_SECRET set? Without it a contribution costs a flood nothing: npx wrangler secret put CHALLENGE_SECRET (docs/poisoning.md).";

/** The status to end with: 0 when it is done. */
export function deploy(root: string, dry: boolean): number {
  const situation = situationOf(root, !dry);
  const missing = dry ? ofTheFiles(situation) : refusals(situation);
  for (const sentence of missing) console.error(sentence);
  if (missing.length > 0) return 1;
  for (const words of dry ? STEPS.slice(0, 1) : STEPS) {
    const { status } = wrangler(root, words, "shown");
    if (status === 0) continue;
    console.error(`wrangler ${words.join(" ")} failed: the reason is above; the steps after it were not run.`);
    return 1;
  }
  console.log(dry ? "Ready: npm run deploy would go." : "Deployed. Check it: curl https://your-domain/healthz");
  if (!dry) console.log(ASK_SECRET);
  return 0;
}

if (import.meta.main)
  process.exitCode = deploy(resolve(import.meta.dirname, "../.."), process.argv.includes("--dry-run"));
