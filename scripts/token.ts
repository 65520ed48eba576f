/**
 * `npm run token -- create|list|revoke`: who may read the statistics where that needs a token. A new token is shown once, alone
 * on the standard output; what is said of it goes to the standard error.
 */
import { RANDOM_BYTES } from "../worker/access/token.ts";
import { isoDay } from "../worker/store/day.ts";
import { ensureContent } from "./database/content.ts";
import { onDatabase } from "./database/on-database.ts";
import { carryOut } from "./token/carry-out.ts";
import { readCommand } from "./token/command.ts";

/** Runs the command; the status to end with. */
async function main(args: readonly string[], now: Date): Promise<number> {
  await ensureContent();
  const { territories } = await import("../dist/questionnaires/territories.js"); // written by now
  const today = isoDay(now);
  const asked = readCommand(args, today, territories);
  if (!asked.ok) return refuse(asked.sentence);
  const random = crypto.getRandomValues(new Uint8Array(RANDOM_BYTES));
  const { command, where } = asked.value;
  const done = await onDatabase(where, ({ database }) => carryOut(database, command, { random, today }));
  if (!done.ok) return refuse(done.sentence);
  if (!done.value.ok) return refuse(done.value.sentence);
  const { token, lines } = done.value;
  for (const line of lines) (token === null ? console.log : console.error)(line);
  if (token !== null) console.log(token);
  return 0;
}

function refuse(sentence: string): number {
  console.error(sentence);
  return 1;
}

process.exitCode = await main(process.argv.slice(2), new Date());
