/** The page on mutation testing speaks of the engine as it is: what it quotes is still there, its figures add up. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { UNEXPLAINED } from "../mutation/page.ts";

const page = readFileSync("docs/mutation.md", "utf8");

/** The cells of the rows of a section's table; a pipe inside a cell is written with a backslash. */
function table(heading: string): readonly (readonly string[])[] {
  const section = page.split(/^## /m).find((part) => part.startsWith(heading)) ?? "";
  const rows = section.split("\n").filter((line) => line.startsWith("| "));
  return rows.slice(1).map((line) =>
    line
      .slice(2, -2)
      .split(/(?<!\\) \| /)
      .map((cell) => cell.replaceAll("\\|", "|")),
  );
}

const unquoted = (cell: string) => cell.replace(/^(`+) ?| ?(`+)$/g, "");
const engine = (file: string) => `questionnaires/engine/${file}`;
const figures = table("Figures");
const survivors = table("Survivors");

describe("docs/mutation.md", () => {
  it("tells a score of at least 90 %, which is that of its table", () => {
    const killed = figures.reduce((sum, [, one]) => sum + Number(one), 0);
    const all = figures.reduce((sum, [, , one]) => sum + Number(one), 0);
    expect(page).toContain(`**Score: ${((100 * killed) / all).toFixed(1)} %**: ${killed} of ${all} mutants killed`);
    expect(killed / all).toBeGreaterThanOrEqual(0.9);
    expect(survivors).toHaveLength(all - killed);
  });

  it("speaks of files that exist, and counts as many survivors in each as it explains", () => {
    for (const [file = "", killed, all] of figures) {
      expect(existsSync(engine(file)), file).toBe(true);
      expect(
        survivors.filter(([name]) => name === file),
        file,
      ).toHaveLength(Number(all) - Number(killed));
    }
  });

  it("quotes lines that still stand in the engine, and explains each survivor", () => {
    expect(survivors.length).toBeGreaterThan(0);
    for (const [file = "", line, source = "", , why = ""] of survivors) {
      const lines = readFileSync(engine(file), "utf8").split("\n");
      const place = `${file}:${line} ${unquoted(source)}`;
      expect(
        lines.map((one) => one.trim()),
        place,
      ).toContain(unquoted(source));
      expect(why, place).not.toBe(UNEXPLAINED);
      expect(why.length, place).toBeGreaterThan(20);
    }
  });
});
