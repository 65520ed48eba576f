/** Whether a database stands where this code does. A command never migrates: a server of another version may be running on it. */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Refused, refuse } from "./refusal.ts";

const MIGRATIONS = fileURLToPath(new URL("../../worker/migrations", import.meta.url));

/** Null when all migrations of this code, and no other, were `applied`. */
export function outOfStep(applied: readonly string[]): Refused | null {
  const known = readdirSync(MIGRATIONS).filter((name) => name.endsWith(".sql"));
  const newer = applied.find((name) => !known.includes(name));
  if (newer !== undefined) return refuse("newer", { name: newer });
  const missing = known.sort().find((name) => !applied.includes(name));
  return missing === undefined ? null : refuse("older", { name: missing });
}

/** The names of the migrations that a database of this service went through. */
export const APPLIED = "SELECT name FROM d1_migrations ORDER BY id";
