/** One YAML file, parsed, that still knows on which line each value stands. */
import { isMap, isNode, isScalar, LineCounter, type Node, parseDocument } from "yaml";
import { error, type Finding } from "./findings.ts";

/** The steps from the root of a document to a value. */
export type Path = readonly (string | number)[];

/** A file as read from the folder, before any parsing. */
export type SourceFile = { readonly name: string; readonly text: string };

export type Source = {
  /** Path as shown to the author. */
  readonly file: string;
  readonly data: unknown;
  /** Line of the value at `path`, or of its nearest ancestor that exists. */
  readonly lineOf: (path: Path) => number;
};

/** Parses one file; its syntax errors (duplicate keys included) come back as findings. */
export function parseSource(file: string, text: string): { source: Source; findings: Finding[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, strict: true });
  const findings = [...document.errors, ...document.warnings].map((issue) =>
    error(
      { file, line: lines.linePos(issue.pos[0]).line },
      "yaml-syntax",
      `le fichier n’est pas du YAML lisible : ${issue.message}`,
      "corrigez l’indentation, les guillemets ou la clé répétée à cette ligne",
    ),
  );
  const lineOf = (path: Path): number => {
    const offset = nearestOffset(document.contents, path);
    return offset === undefined ? 1 : lines.linePos(offset).line;
  };
  return { source: { file, data: findings.length > 0 ? null : document.toJS(), lineOf }, findings };
}

/** Walks down as far as the document goes; for a key of a map, the line of the key itself. */
function nearestOffset(root: Node | null, path: Path): number | undefined {
  let node: unknown = root;
  let offset = root?.range?.[0];
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (!pair) break;
      offset = isScalar(pair.key) ? (pair.key.range?.[0] ?? offset) : offset;
      node = pair.value;
    } else {
      const child = childOf(node, step);
      if (!child) break;
      offset = child.range?.[0] ?? offset;
      node = child;
    }
  }
  return offset;
}

function childOf(node: unknown, step: string | number): Node | undefined {
  if (typeof node !== "object" || node === null || !("items" in node) || !Array.isArray(node.items)) return undefined;
  const child: unknown = node.items[Number(step)];
  return isNode(child) ? child : undefined;
}
