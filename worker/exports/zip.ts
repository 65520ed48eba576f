/** Files as one ZIP archive, sent while they are made. The same files give the same bytes, anywhere and at any time. */
import { Zip, ZipDeflate } from "fflate";

export interface ZipFile {
  /** ASCII, with `/` between folders. */
  readonly path: string;
  readonly pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** Of zlib: 6 is the usual one between size and time. */
const LEVEL = 6;

const NOTHING = new Uint8Array();

/** The archive, piece by piece; a file is asked for its next piece when the one before has left. */
export async function* zip(
  files: AsyncIterable<ZipFile> | Iterable<ZipFile>,
  builtOn: string,
): AsyncGenerator<Uint8Array> {
  const [year = 1980, month = 1, day = 1] = builtOn.split("-").map(Number);
  const mtime = new Date(year, month - 1, day, 12); // local, as ZIP has it: the archive says this day in any time zone
  const ready: Uint8Array[] = [];
  const archive = new Zip((error, piece) => {
    if (error !== null) throw error;
    if (piece.length > 0) ready.push(piece);
  });
  for await (const { path, pieces } of files) {
    const file = new ZipDeflate(path, { level: LEVEL });
    file.mtime = mtime;
    archive.add(file);
    yield* ready.splice(0);
    for await (const piece of pieces) {
      file.push(piece);
      yield* ready.splice(0);
    }
    file.push(NOTHING, true);
    yield* ready.splice(0);
  }
  archive.end();
  yield* ready.splice(0);
}
