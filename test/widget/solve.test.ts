/** The work before a contribution: each number found does begin a block whose hash begins with zeros, and serves one key. */
import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { solve } from "../../widget/sending/solve.ts";

const EASY = { token: "1.2.3.4.mark", bytes: 100, zeroBits: 4, solutions: 5 };

/** The first four bits, calculated without the code under test. */
const zeros = (number: string, key: string) => {
  const block = Buffer.alloc(EASY.bytes);
  block.write(`${number}.${key}.${EASY.token}`);
  return (createHash("sha256").update(block).digest()[0] ?? 255) >> 4;
};

it("finds as many numbers as asked, rising, each with a hash that begins with enough zeros", async () => {
  const [token, list = ""] = (await solve(EASY, "the-key")).split(":");
  const numbers = list.split(",");
  expect(token).toBe(EASY.token);
  expect(numbers).toHaveLength(EASY.solutions);
  expect(numbers.map(Number)).toEqual(numbers.map(Number).toSorted((a, b) => a - b));
  for (const number of numbers) expect(zeros(number, "the-key")).toBe(0);
});

it("is another work for another key", async () => {
  expect(await solve(EASY, "one")).not.toBe(await solve(EASY, "two"));
});
