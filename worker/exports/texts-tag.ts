/** What the words of the exports are, in twelve digits: files that carry words change with them, and so does their ETag. */
import dictionary from "../statistics/export/dictionary.fr.json" with { type: "json" };
import method from "../statistics/export/method.fr.json" with { type: "json" };
import { sha256 } from "./bytes.ts";
import dataPackage from "./package.fr.json" with { type: "json" };
import workbook from "./workbook/workbook.fr.json" with { type: "json" };

let known: string | null = null;

/** The beginning of the SHA-256 of all the words; calculated once per process. */
export async function textsTag(): Promise<string> {
  const words = JSON.stringify([dictionary, method, workbook, dataPackage]);
  known ??= (await sha256(new TextEncoder().encode(words))).slice(0, 12);
  return known;
}
