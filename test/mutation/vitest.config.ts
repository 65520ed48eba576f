/** The tests that a mutant of the engine must not survive, in Node and in one thread. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/mutation/all.test.ts"],
    testTimeout: 60_000,
    isolate: false,
    pool: "threads",
  },
});
