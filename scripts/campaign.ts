/**
 * `npm run campaign -- ara ara-printemps-2027 [https://diag.example.fr]`: draws the code of a region's mailing, once. Says the
 * link to print, and the lines to add to the territory's file, which hold the fingerprint of the code and never the code.
 */
import { createHash, randomBytes } from "node:crypto";

/** Base 32 (Crockford): no letter that is read for a figure. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** 16 characters are 80 bits: its public fingerprint cannot be turned back by trying. */
const CHARACTERS = 16;

const USAGE = "npm run campaign -- TERRITORY CAMPAIGN [https://diag.example.fr]";

/** A code from random bytes, one character each. */
export function codeFrom(bytes: Uint8Array): string {
  return [...bytes].map((byte) => ALPHABET[byte % ALPHABET.length]).join("");
}

/** What to print, and what to write in the territory's file. */
export function describeCampaign(territory: string, id: string, host: string, code: string): readonly string[] {
  const sha256 = createHash("sha256").update(code).digest("hex");
  return [
    `Print this link in the mailing (the code is shown this once): ${host}/?territory=${territory}#campagne=${code}`,
    `Add to questionnaires/territories/${territory}.yaml, with the days when it counts:`,
    "campaigns:",
    `  - id: ${id}`,
    `    sha256: "${sha256}"`,
    '    from: "YYYY-MM-DD"',
    '    to: "YYYY-MM-DD"',
  ];
}

if (import.meta.main) {
  const [territory = "", id = "", host = "https://HOST"] = process.argv.slice(2);
  if (/^[a-z]+$/.test(territory) && /^[a-z0-9-]+$/.test(id)) {
    for (const line of describeCampaign(territory, id, host, codeFrom(randomBytes(CHARACTERS)))) console.log(line);
  } else {
    console.error(USAGE);
    process.exitCode = 1;
  }
}
