/**
 * One line of the extract into its fields. Line by line rather than by a CSV library: one quote too many must cost one line
 * of a hundred thousand, not swallow those that follow; no field of this extract holds an end of line.
 */
const SEPARATOR = ";";
const QUOTE = '"';

/** The fields; null when a quoted field does not end, or goes on after its quote. A quote inside a bare field is a character. */
export function splitLine(line: string): readonly string[] | null {
  const fields: string[] = [];
  for (let at = 0; ; ) {
    const field = line[at] === QUOTE ? quoted(line, at + 1) : bare(line, at);
    if (field === null) return null;
    fields.push(field.text);
    if (field.end === line.length) return fields;
    if (line[field.end] !== SEPARATOR) return null;
    at = field.end + 1;
  }
}

interface Field {
  readonly text: string;
  /** The place after it: of a separator, or the end. */
  readonly end: number;
}

function bare(line: string, start: number): Field {
  const separator = line.indexOf(SEPARATOR, start);
  const end = separator === -1 ? line.length : separator;
  return { text: line.slice(start, end), end };
}

/** From after the opening quote; a doubled quote is one. */
function quoted(line: string, start: number): Field | null {
  let text = "";
  for (let at = start; ; ) {
    const quote = line.indexOf(QUOTE, at);
    if (quote === -1) return null;
    text += line.slice(at, quote);
    if (line[quote + 1] !== QUOTE) return { text, end: quote + 1 };
    text += QUOTE;
    at = quote + 2;
  }
}
