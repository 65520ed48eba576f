/** The text of a diagnostic code: `<questionnaire>.<version>.<payload>`, the payload a number with its checksum in base 32. */

/** Crockford's base 32: no I, L, O or U, so that a code can be read aloud. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const BITS_PER_CHARACTER = 5n;

/** CRC-32: every change of up to 32 neighbouring bits is seen, any other but one in four thousand million. */
const CHECKSUM_BITS = 32n;

/** Longer than any code: what is longer is refused unread, so that a hostile one costs nothing. */
const LONGEST = 200;

export interface CodeText {
  readonly questionnaire: string;
  readonly version: string;
  readonly payload: bigint;
}

/** The one text of these contents. */
export function writeCode({ questionnaire, version, payload }: CodeText): string {
  const head = `${questionnaire}.${version}`;
  return `${head}.${toText((payload << CHECKSUM_BITS) | checksum(head, payload))}`;
}

/** The contents of a code, or what is wrong with its text: its shape, or its checksum. */
export function readCode(code: string): CodeText | "malformed" | "altered" {
  const match = code.length > LONGEST ? null : /^([a-z][a-z0-9-]*)\.(\d+\.\d+\.\d+)\.([0-9A-HJKMNP-TV-Z]+)$/.exec(code);
  if (!match) return "malformed";
  const [, questionnaire = "", version = "", text = ""] = match;
  if (text.startsWith("0")) return "altered"; // a number has one writing: no leading zeros
  const number = toNumber(text);
  const payload = number >> CHECKSUM_BITS;
  const stated = number & ((1n << CHECKSUM_BITS) - 1n);
  return stated === checksum(`${questionnaire}.${version}`, payload) ? { questionnaire, version, payload } : "altered";
}

function toText(number: bigint): string {
  let text = "";
  for (let rest = number; rest > 0n; rest >>= BITS_PER_CHARACTER) {
    text = ALPHABET[Number(rest & 31n)] + text;
  }
  return text;
}

function toNumber(text: string): bigint {
  let number = 0n;
  for (const character of text) number = (number << BITS_PER_CHARACTER) | BigInt(ALPHABET.indexOf(character));
  return number;
}

/** Of the payload and of what it belongs to, so that a code cannot slip to another version. */
function checksum(head: string, payload: bigint): bigint {
  return BigInt(crc32(`${head}.${payload.toString(16)}`));
}

/** CRC-32 (polynomial 0xEDB88320, as in ISO 3309) of an ASCII text, unsigned. */
function crc32(text: string): number {
  let crc = -1;
  for (let index = 0; index < text.length; index++) {
    crc ^= text.charCodeAt(index);
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ -1) >>> 0;
}
