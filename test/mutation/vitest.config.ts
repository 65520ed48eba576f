/** The tests that a mutant of the engine must not survive: those of the engine, in Node. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { include: ["test/questionnaires/engine/**/*.test.ts", "test/questionnaires/versions/**/*.test.ts"] },
});
