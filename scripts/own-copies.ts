/**
 * A tool that brings its own copy of the pure modules it needs, so that its file imports no other late file: it then comes
 * whatever became of the others, and they carry no exports for it. Preact alone, in the first file, is shared.
 */
import type { Plugin } from "vite";

const MARK = "?tool";

/** `room`: a part of the path of the modules that are the tool itself. */
export function ownCopies(room: string): Plugin {
  return {
    name: "own-copies",
    enforce: "pre",
    async resolveId(source, importer) {
      const inside = importer?.includes(room) || importer?.endsWith(MARK);
      if (!inside || !source.startsWith(".") || source.includes("?")) return null;
      const found = await this.resolve(source, importer?.replace(MARK, ""), { skipSelf: true });
      if (!found || found.external || found.id.includes(room)) return found;
      return { ...found, id: found.id + MARK };
    },
  };
}
