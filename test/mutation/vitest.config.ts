/** The tests that a mutant of the engine must not survive: those of the engine, in Node, with fewer random cases. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/questionnaires/engine/**/*.test.ts", "test/questionnaires/versions/**/*.test.ts"],
    env: { PROPERTY_SCALE: "0.1" },
    testTimeout: 60_000,
  },
});
