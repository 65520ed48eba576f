/** The names of sheets: French, legal in Excel (31 characters, none of []:*?/\, no apostrophe at an end), each once. */

const LONGEST = 31;

/** What Excel refuses, and control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const ILLEGAL = /[[\]:*?/\\\u0000-\u001f]/g;

/** One name for each title, in their order. Excel does not tell capitals apart, and keeps « History » for itself. */
export function sheetNames(titles: readonly string[]): readonly string[] {
  const taken = new Set(["history"]);
  return titles.map((title) => {
    const name = legal(title);
    let free = name;
    for (let number = 2; taken.has(free.toLowerCase()); number++) free = shortened(name, ` (${number})`);
    taken.add(free.toLowerCase());
    return free;
  });
}

function legal(title: string): string {
  const plain = title.replace(ILLEGAL, " ").replace(/\s+/g, " ").trim();
  return trimmed(shortened(trimmed(plain) || "Feuille", ""));
}

/** The name and its ending, in 31 characters. */
function shortened(name: string, ending: string): string {
  if (name.length + ending.length <= LONGEST) return name + ending;
  const cut = name.slice(0, LONGEST - ending.length - 1).replace(/[\ud800-\udbff]$/, "");
  return `${cut.trimEnd()}…${ending}`;
}

function trimmed(name: string): string {
  return name.replace(/^['’ ]+|['’ ]+$/g, "");
}
