/** One establishment per line, its name then its code or link, as typed or as pasted from a spreadsheet. Names stay in the page. */

export interface Line {
  /** As it stands in the field, from 1: what a message points at. */
  readonly number: number;
  readonly name: string;
  readonly code: string;
}

/** A code or a link is the last word of its line; what stands before it is the name, without the sign between the two. */
export function linesOf(text: string, unnamed: (rank: number) => string): readonly Line[] {
  return text
    .split(/\r?\n/)
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line !== "")
    .map(({ line, number }, index) => {
      const [, name = "", code = ""] =
        /^(?:(.*?)(?:\s*[;,]\s*|\s*:\s+|\s+))?([^\s;,]+)$/.exec(line.replace(/[\s;,]+$/, "")) ?? [];
      return { number, name: name.trim() || unnamed(index + 1), code };
    });
}
