/** The little of vitest that the engine's tests use, to run them again and again in one process: describe, it, expect. */
import { readFileSync } from "node:fs";
import { format } from "node:util";
import { JestAsymmetricMatchers, JestChaiExpect, JestExtend } from "@vitest/expect";
import * as chai from "chai";

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);
chai.use(({ Assertion }) => {
  Assertion.addMethod("toMatchFileSnapshot", function toMatchFileSnapshot(this: Chai.AssertionStatic, file: string) {
    const kept = readFileSync(new URL(file, new URL("../questionnaires/engine/", import.meta.url)), "utf8");
    if (this._obj !== kept) throw new Error(`Not what ${file} keeps.`);
  });
});

export interface Test {
  readonly name: string;
  readonly run: () => unknown;
}

/** Every test of the files imported so far, in order. */
export const tests: Test[] = [];
const path: string[] = [];

type Body = (...values: never[]) => unknown;

function table(register: (name: string, run: () => unknown) => void) {
  return (rows: readonly unknown[]) =>
    (name: string, body: Body): void => {
      for (const row of rows) {
        const values = Array.isArray(row) ? row : [row];
        const shown = values.slice(0, name.split("%s").length - 1);
        register(format(name, ...shown), () => body(...(values as never[])));
      }
    };
}

function group(name: string, body: () => unknown): void {
  path.push(name);
  body();
  path.pop();
}

function test(name: string, run: () => unknown): void {
  tests.push({ name: [...path, name].join(" > "), run });
}

export const describe = Object.assign(group, { each: table(group) });
export const it = Object.assign(test, { each: table(test) });
export const expect = Object.assign((value: unknown, message?: string) => chai.expect(value, message), chai.expect);
