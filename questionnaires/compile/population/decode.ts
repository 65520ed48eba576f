/** The bytes of an extract into lines: UTF-8 when they are, else Windows-1252, which older extracts used; LF or CR LF. */

/** The lines, without their ends; an empty last one is dropped. */
export function linesOf(bytes: Uint8Array): readonly string[] {
  const lines = decode(bytes).split(/\r?\n/);
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes); // drops a byte order mark
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
