/** Remembers where each part of the compiled questionnaire was written, to point findings at the author's line. */
import type { Place } from "./findings.ts";
import type { Path, Source } from "./source.ts";

/** The author's value from which a compiled value comes. */
export type Origin = { readonly source: Source; readonly path: Path };

/** Finds the author's file and line of a path of the compiled questionnaire. */
export type Locate = (path: Path) => Place;

/** Origins by compiled path; keys below an origin keep their author's name. */
export type Origins = ReadonlyMap<string, Origin>;

/** The key of a compiled path in `Origins`. */
export function originKey(path: Path): string {
  return path.join("/");
}

/** A locator that takes the deepest known origin, then walks the rest of the path in the author's file. */
export function locator(origins: Origins, fallback: Place): Locate {
  return (path) => {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const origin = origins.get(originKey(path.slice(0, depth)));
      if (origin) {
        const { source } = origin;
        return { file: source.file, line: source.lineOf([...origin.path, ...path.slice(depth)]) };
      }
    }
    return fallback;
  };
}
