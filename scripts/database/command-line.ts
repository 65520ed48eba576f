/** The command line of the statistics' commands: `--data DIR` or `--remote` name the database, words say the rest. */
import { parseArgs } from "node:util";
import type { OpenDatabase } from "../open-database.ts";
import { onDatabase } from "./on-database.ts";
import { type Outcome, refuse } from "./refusal.ts";
import { faultyOption, WHERE, type Where, whereFrom } from "./where.ts";

export interface CommandLine {
  readonly where: Where;
  readonly words: readonly string[];
}

/** Reads it. What is not known is refused: a mistyped `--data` must never fall back on another database. */
export function commandLine(args: readonly string[], mayHaveWords = false): Outcome<CommandLine> {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: WHERE, allowPositionals: mayHaveWords });
    const where = whereFrom(values);
    return where.ok ? { ok: true, value: { where: where.value, words: positionals } } : where;
  } catch (error) {
    return refuse("unknown-option", { option: faultyOption(error) });
  }
}

/** Runs a command where the command line says; null when it cannot, once the reason is said and the exit status set. */
export async function runOnDatabase<T>(
  line: Outcome<CommandLine>,
  command: (opened: OpenDatabase) => Promise<T>,
): Promise<T | null> {
  const done = line.ok ? await onDatabase(line.value.where, command) : line;
  if (done.ok) return done.value;
  console.error(done.sentence);
  process.exitCode = 1;
  return null;
}
