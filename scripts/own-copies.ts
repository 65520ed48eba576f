/**
 * A tool that brings its own copy of the pure modules it needs, so that its file imports no other late file: it then comes
 * whatever became of the others, and they carry no exports for it. Preact alone, in the first file, is shared.
 */
import type { Plugin } from "vite";

/** `room`: a part of the path of the modules that are the tool itself; each tool has its own mark: two share nothing. */
export function ownCopies(room: string): Plugin {
  const mark = `?tool=${room.replaceAll("/", "")}`;
  return {
    name: `own-copies-${room}`,
    enforce: "pre",
    async resolveId(source, importer) {
      const inside = importer?.includes(room) || importer?.endsWith(mark);
      if (!inside || !source.startsWith(".") || source.includes("?")) return null;
      const found = await this.resolve(source, importer?.replace(mark, ""), { skipSelf: true });
      if (!found || found.external || found.id.includes(room)) return found;
      return { ...found, id: found.id + mark };
    },
  };
}
