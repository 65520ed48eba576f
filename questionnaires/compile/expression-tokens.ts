/** Cuts a condition into words and signs, each with its column. Never judges their order. */

export type Token = {
  readonly kind: "word" | "sign" | "end" | "stray";
  readonly text: string;
  /** First character of the token, counted from 1. */
  readonly column: number;
};

const PIECE = /\s*(?:([\p{L}\p{N}_]+)|(==|!=|\(|\)|,)|(\S))/uy;

/** The tokens of an expression; the last one is always `end`. */
export function tokenise(expression: string): readonly Token[] {
  const tokens: Token[] = [];
  PIECE.lastIndex = 0;
  for (let match = PIECE.exec(expression); match !== null; match = PIECE.exec(expression)) {
    const [, word, sign, stray] = match;
    const text = word ?? sign ?? stray ?? "";
    const kind = word !== undefined ? "word" : sign !== undefined ? "sign" : "stray";
    tokens.push({ kind, text, column: PIECE.lastIndex - text.length + 1 });
  }
  return [...tokens, { kind: "end", text: "", column: expression.length + 1 }];
}
