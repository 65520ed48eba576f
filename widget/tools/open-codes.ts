/** The codes of a page's form, opened together: the questionnaire is fetched once, when a first code is read. */
import lineage from "virtual:lineage";
import words from "virtual:words/codes";
import { codeIn } from "../codes/code-in.ts";
import { createLibrary, fetchModel, type Library, withMessages } from "../codes/library.ts";
import { type Opened, openCode } from "../codes/open-code.ts";

const ADDRESS = `/api/v1/questionnaires/${lineage.id}`;

let library: Library | null = null;

/** One outcome per text, in order; « unreachable » for all when the questionnaire itself does not come. */
export async function openCodes(texts: readonly string[]): Promise<readonly Opened[]> {
  const get: typeof fetch = fetch.bind(window);
  if (!library) {
    const latest = await fetchModel(`${ADDRESS}/${lineage.version}`, get);
    if (typeof latest === "string") return texts.map(() => ({ ok: false, reason: "unreachable" }) as const);
    library = createLibrary(withMessages(latest, words), lineage.migrations, ADDRESS, get);
  }
  const opened: Opened[] = [];
  for (const text of texts) opened.push(await openCode(library, codeIn(text).code));
  return opened;
}
