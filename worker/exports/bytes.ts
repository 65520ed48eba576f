/** Lines of text as the bytes of a file, in pieces of a size that suits a network. */
import { joined } from "../http/bytes.ts";

/** Bytes of a piece: enough that sending costs little, few enough that a reader waits for few rows. */
const PIECE = 8_192;

const encoder = new TextEncoder();

/** The bytes, UTF-8. The first line leaves at once; the others when a piece is full. No line is asked for before. */
export async function* encoded(lines: Iterable<string> | AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  let waiting: string[] = [];
  let size = 0;
  let first = true;
  for await (const line of lines) {
    waiting.push(line);
    size += line.length;
    if (!first && size < PIECE) continue;
    yield encoder.encode(waiting.join(""));
    [waiting, size, first] = [[], 0, false];
  }
  if (waiting.length > 0) yield encoder.encode(waiting.join(""));
}

/** All the bytes in one piece, for what must be known whole: a file whose hash is asked for. */
export async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return joined(all);
}

/** SHA-256, in hexadecimal. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
