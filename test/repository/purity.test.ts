/** The engine has no clock, no chance, no network and knows neither the worker nor the widget; nobody writes HTML strings. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sources } from "../support/sources.ts";

const IMPURE = /Date\.now|new Date\(|Math\.random|fetch\(|crypto\.|setTimeout|console\./;
const OUTSIDE = /from "(?!\.\/|\.\.\/schema\/)/;
const HTML_FROM_STRINGS =
  /innerHTML|outerHTML|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML|\beval\(|new Function/;

function offenders(files: readonly string[], pattern: RegExp): readonly string[] {
  return files.flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
  );
}

describe("the engine", () => {
  const engine = sources("questionnaires/engine");

  it("has no clock, no chance, no input and no output", () => {
    expect(engine.length).toBeGreaterThan(15);
    expect(offenders(engine, IMPURE)).toEqual([]);
  });

  it("imports nothing but itself and the schemas", () => {
    expect(offenders(engine, OUTSIDE)).toEqual([]);
  });
});

describe("the statistics", () => {
  const statistics = sources("worker/statistics");

  it("decide without clock, chance, input or output", () => {
    expect(statistics.length).toBeGreaterThan(20);
    expect(offenders(statistics, IMPURE)).toEqual([]);
  });

  it("know the engine, the schemas and how a contribution is written, no route and no other part of the store", () => {
    const elsewhere =
      /from "(?!\.\/|(\.\.\/)+(questionnaires\/|store\/contribution\.ts|[\w-]+\.ts|disclosure\/|answers\/))/;
    expect(offenders(statistics, elsewhere)).toEqual([]);
  });
});

describe("who may read the statistics", () => {
  const access = sources("worker/access");

  it("is decided without clock, chance, input or output: days and random bytes are given, a hash is calculated", () => {
    expect(access.length).toBeGreaterThan(3);
    expect(
      offenders(access, /Date\.now|new Date\(\)|Math\.random|getRandomValues|fetch\(|setTimeout|console\./),
    ).toEqual([]);
    expect(offenders(access, /from "(?!\.\/)/)).toEqual([]);
  });
});

describe("what other tools read of the content", () => {
  const interop = sources("questionnaires/interop");

  it("is made without clock, chance, input or output", () => {
    expect(interop.length).toBeGreaterThan(2);
    expect(offenders(interop, IMPURE)).toEqual([]);
  });

  it("knows the engine and the schemas only", () => {
    expect(offenders(interop, /from "(?!\.\/|\.\.\/schema\/|\.\.\/engine\/engine\.ts)/)).toEqual([]);
  });
});

describe("the sources", () => {
  const all = ["questionnaires", "worker", "widget", "selfhost", "scripts"].flatMap((folder) => sources(folder));

  it("never make HTML from strings", () => {
    expect(offenders(all, HTML_FROM_STRINGS)).toEqual([]);
  });

  it("stay short: no file above 250 lines", () => {
    const long = all.filter((file) => readFileSync(file, "utf8").split("\n").length > 250);
    expect(long).toEqual([]);
  });

  it("never let the engine's clients depend on each other", () => {
    expect(offenders(sources("worker"), /from ".*\/widget\//)).toEqual([]);
    expect(offenders(sources("widget"), /from ".*\/worker\//)).toEqual([]);
  });
});
