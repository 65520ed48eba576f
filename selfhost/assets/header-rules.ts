/**
 * The rules of a `_headers` file (developers.cloudflare.com/workers/static-assets/headers), applied here as Cloudflare's
 * assets do: blocks of a path, where `*` stands for anything and `:name` for one segment, and of indented headers.
 */
export interface HeaderRule {
  readonly matches: (path: string) => boolean;
  /** In the order of the file; a null value takes the header away (`! Name`). */
  readonly headers: readonly (readonly [name: string, value: string | null])[];
}

/** Lines that say nothing (empty, comments) are passed over. */
export function parseHeaderRules(text: string): readonly HeaderRule[] {
  const rules: { path: string; headers: (readonly [string, string | null])[] }[] = [];
  for (const line of text.split("\n")) {
    const said = line.trim();
    if (said === "" || said.startsWith("#")) continue;
    if (!/^\s/.test(line)) rules.push({ path: said, headers: [] });
    else rules.at(-1)?.headers.push(parseHeader(said));
  }
  return rules.map(({ path, headers }) => ({ matches: matcher(path), headers }));
}

/** What the rules say of a path: every rule that matches, in order; a header said twice is joined by a comma. */
export function headersFor(rules: readonly HeaderRule[], path: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of rules.flatMap((rule) => (rule.matches(path) ? rule.headers : []))) {
    const key = name.toLowerCase();
    const before = found.get(key);
    if (value === null) found.delete(key);
    else found.set(key, before === undefined ? value : `${before}, ${value}`);
  }
  return found;
}

function parseHeader(said: string): readonly [string, string | null] {
  if (said.startsWith("!")) return [said.slice(1).trim(), null];
  const colon = said.indexOf(":");
  return [said.slice(0, colon).trim(), said.slice(colon + 1).trim()];
}

function matcher(path: string): (path: string) => boolean {
  const source = path
    .replace(/[.+?^${}()|[\]\\]/g, "\\$&")
    .replace(/:[A-Za-z]\w*/g, "[^/]+")
    .replace(/\*/g, ".*");
  const pattern = new RegExp(`^${source}$`);
  return (one) => pattern.test(one);
}
