import { describe, expect, it } from "vitest";
import { parseExpression } from "../../../questionnaires/compile/expression.ts";

const a = { var: "a", in: [true] };
const b = { var: "b", in: [true] };
const c = { var: "c", in: [true] };

function compiled(expression: string) {
  const result = parseExpression(expression);
  return result.ok ? result.condition : result;
}

describe("the conditions that authors write", () => {
  it.each([
    ["toujours", true],
    ["a", a],
    ["taille == 50_249", { var: "taille", in: ["50_249"] }],
    ["taille != moins_10", { not: { var: "taille", in: ["moins_10"] } }],
    ["categorie in (500, 180,213)", { var: "categorie", in: ["500", "180", "213"] }],
    ["not a", { not: a }],
    ["not not a", a],
    ["not (a or b)", { not: { any: [a, b] } }],
  ])("reads « %s »", (expression, condition) => {
    expect(compiled(expression)).toEqual(condition);
  });

  it("binds « not » before « and », and « and » before « or »", () => {
    expect(compiled("a or b and not c")).toEqual({ any: [a, { all: [b, { not: c }] }] });
    expect(compiled("(a or b) and c")).toEqual({ all: [{ any: [a, b] }, c] });
    expect(compiled("a and b or c")).toEqual({ any: [{ all: [a, b] }, c] });
  });

  it("flattens what parentheses nest, and drops what is always true", () => {
    expect(compiled("(a and b) and c")).toEqual({ all: [a, b, c] });
    expect(compiled("a or (b or c)")).toEqual({ any: [a, b, c] });
    expect(compiled("((a))")).toEqual(a);
    expect(compiled("a and toujours")).toEqual(a);
    expect(compiled("a or toujours")).toBe(true);
    expect(compiled("toujours and toujours")).toBe(true);
  });

  it.each([
    ["", 1, "une variable"],
    ["a and", 6, "une variable"],
    ["a b", 3, "« and », « or » ou la fin"],
    ["(a or b", 8, "« ) »"],
    ["taille in 50_249", 11, "« ( »"],
    ["taille in ()", 12, "une valeur"],
    ["taille in (a, )", 15, "une valeur"],
    ["taille == ", 11, "une valeur"],
    ["taille = a", 8, "« and », « or » ou la fin"],
    ["a && b", 3, "« and », « or » ou la fin"],
    ["or a", 1, "une variable"],
    ["a == in", 6, "une valeur"],
    ["a)", 2, "« and », « or » ou la fin"],
  ])("refuses « %s » at column %i", (expression, column, wanted) => {
    const result = parseExpression(expression);
    expect(result).toMatchObject({ ok: false, column });
    expect(result.ok ? "" : result.message).toContain(wanted);
  });
});
