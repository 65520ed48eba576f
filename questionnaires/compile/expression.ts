/**
 * Compiles a condition written by an author into a `Condition`.
 * expr := term ('or' term)* ; term := fact ('and' fact)* ; fact := 'not' fact | '(' expr ')' | boolean
 *       | var '==' val | var '!=' val | var 'in' '(' val (',' val)* ')' ; 'toujours' is always true.
 * Never decides whether the variables and values exist: the checks do.
 */
import type { Condition } from "../schema/compiled.ts";
import { type Token, tokenise } from "./expression-tokens.ts";
import { allOf, anyOf, notOf } from "./simplify.ts";

export type ExpressionResult =
  | { readonly ok: true; readonly condition: Condition }
  | { readonly ok: false; readonly column: number; readonly message: string };

type Cursor = { readonly tokens: readonly Token[]; at: number };

const KEYWORDS: ReadonlySet<string> = new Set(["and", "or", "not", "in"]);
const ALWAYS = "toujours";

/** Internal way out of the recursive descent; never leaves `parseExpression`. */
class ExpressionError extends Error {
  readonly column: number;
  constructor(column: number, message: string) {
    super(message);
    this.column = column;
  }
}

/** Parses one condition; a fault comes back with its column and a French message. */
export function parseExpression(expression: string): ExpressionResult {
  const cursor: Cursor = { tokens: tokenise(expression), at: 0 };
  try {
    const condition = parseAny(cursor);
    const rest = peek(cursor);
    if (rest.kind !== "end") throw unexpected(rest, "« and », « or » ou la fin");
    return { ok: true, condition };
  } catch (fault) {
    if (fault instanceof ExpressionError) return { ok: false, column: fault.column, message: fault.message };
    throw fault;
  }
}

function parseAny(cursor: Cursor): Condition {
  const terms = [parseAll(cursor)];
  while (accept(cursor, "or")) terms.push(parseAll(cursor));
  return anyOf(terms);
}

function parseAll(cursor: Cursor): Condition {
  const facts = [parseFact(cursor)];
  while (accept(cursor, "and")) facts.push(parseFact(cursor));
  return allOf(facts);
}

function parseFact(cursor: Cursor): Condition {
  if (accept(cursor, "not")) return notOf(parseFact(cursor));
  if (accept(cursor, "(")) {
    const inner = parseAny(cursor);
    expect(cursor, ")");
    return inner;
  }
  const name = word(cursor, "une variable, « not » ou « ( »");
  if (name === ALWAYS) return true;
  if (accept(cursor, "==")) return { var: name, in: [word(cursor, "une valeur")] };
  if (accept(cursor, "!=")) return { not: { var: name, in: [word(cursor, "une valeur")] } };
  if (accept(cursor, "in")) return { var: name, in: parseValues(cursor) };
  return { var: name, in: [true] };
}

function parseValues(cursor: Cursor): readonly string[] {
  expect(cursor, "(");
  const values = [word(cursor, "une valeur")];
  while (accept(cursor, ",")) values.push(word(cursor, "une valeur"));
  expect(cursor, ")");
  return values;
}

function peek(cursor: Cursor): Token {
  return cursor.tokens[cursor.at] ?? { kind: "end", text: "", column: 1 };
}

function accept(cursor: Cursor, text: string): boolean {
  if (peek(cursor).text !== text) return false;
  cursor.at += 1;
  return true;
}

function expect(cursor: Cursor, text: string): void {
  if (!accept(cursor, text)) throw unexpected(peek(cursor), `« ${text} »`);
}

function word(cursor: Cursor, wanted: string): string {
  const token = peek(cursor);
  if (token.kind !== "word" || KEYWORDS.has(token.text)) throw unexpected(token, wanted);
  cursor.at += 1;
  return token.text;
}

function unexpected(token: Token, wanted: string): ExpressionError {
  const got = token.kind === "end" ? "la fin de la condition" : `« ${token.text} »`;
  return new ExpressionError(token.column, `${wanted} attendu, ${got} trouvé`);
}
