/**
 * The hashes by which a browser refuses a file that is not the one that was built (Subresource Integrity): what they are,
 * and how each built file comes to hold those of the files that it may import.
 */
import { createHash } from "node:crypto";
import { posix } from "node:path";

export interface Chunk {
  readonly fileName: string;
  code: string;
}

/** How Vite writes an import that widget/effects/import-verified.ts takes over: with a list of what it would preload, empty here. */
const IMPORT = /\(\)=>import\([`"']([^`"']+)[`"']\),(?:\[\]|__VITE_PRELOAD__)/g;
/** Any other import of a named file: one that nothing would verify. */
const UNSEALED = /[^\w.]import\([`"']/;

/** A static import: the browser fetches it with no hash of its own, unless it holds it already. */
const STATIC = /(?:^|[;}])(?:import|export)[^;"'`(]*["'`]([^"'`]+)["'`]/g;

/** `sha384-…`, as an `integrity` attribute wants it. */
export function integrityOf(content: string | Uint8Array): string {
  return `sha384-${createHash("sha384").update(content).digest("base64")}`;
}

/**
 * Puts beside the name of each imported file its hash, and before it the names and hashes of what that file imports
 * itself; the last files first. `entry` is the file that hosts name, loaded before all others. Throws on a circle, and on
 * an import that no hash covers.
 */
export function sealImports(chunks: readonly Chunk[], entry: string): void {
  const done = new Set<string>();
  const named = (fileName: string) => {
    const chunk = chunks.find((one) => one.fileName === fileName);
    if (!chunk) throw new Error(`${fileName} is imported, but was not built.`);
    return chunk;
  };
  const seal = (chunk: Chunk, asking: readonly string[]): void => {
    if (asking.includes(chunk.fileName)) throw new Error(`Imported by what it imports: ${chunk.fileName}`);
    if (done.has(chunk.fileName)) return;
    const trail = [...asking, chunk.fileName];
    chunk.code = chunk.code.replace(IMPORT, (_, path: string) => {
      const files = withItsOwn(named(resolve(chunk, path)), entry, named);
      for (const file of files) seal(file, trail);
      const paths = files.map((file) => relative(chunk, file)).join(" ");
      return `${JSON.stringify(paths)},${JSON.stringify(files.map(({ code }) => integrityOf(code)).join(" "))}`;
    });
    if (UNSEALED.test(chunk.code)) throw new Error(`${chunk.fileName} imports a file without its hash.`);
    done.add(chunk.fileName);
  };
  for (const chunk of chunks) seal(chunk, []);
}

/** What a file imports statically, at any depth and deepest first, the entry apart; then the file. */
function withItsOwn(chunk: Chunk, entry: string, named: (fileName: string) => Chunk): readonly Chunk[] {
  const own = [...chunk.code.matchAll(STATIC)].map(([, path = ""]) => resolve(chunk, path));
  const deeper = own.filter((fileName) => fileName !== entry).flatMap((one) => withItsOwn(named(one), entry, named));
  return [...new Set([...deeper, chunk])];
}

function resolve({ fileName }: Chunk, path: string): string {
  return posix.join(posix.dirname(fileName), path);
}

function relative(from: Chunk, to: Chunk): string {
  return `./${posix.relative(posix.dirname(from.fileName), to.fileName)}`;
}
