/** The versions of the questionnaire that a page can read: the one it shows, and the others, fetched when a code needs them. */
import { indexQuestionnaire, type Model } from "../../questionnaires/engine/engine.ts";
import type { Questionnaire } from "../../questionnaires/schema/compiled.ts";
import type { Migration } from "../../questionnaires/schema/migration.ts";

export interface Library {
  readonly latest: Model;
  readonly migrations: readonly Migration[];
  /** A published version; no such version; or a server that did not answer, which may later. */
  readonly model: (version: string) => Promise<Model | "unknown" | "unreachable">;
}

/** `address`: where a questionnaire's versions are served, `…/questionnaires/esms`. Only versions stand in what is asked for. */
export function createLibrary(
  latest: Model,
  migrations: readonly Migration[],
  address: string,
  get: typeof fetch,
): Library {
  const known = new Map([[latest.questionnaire.version, latest]]);
  return {
    latest,
    migrations,
    model: async (version) => {
      const held = known.get(version);
      if (held) return held;
      const found = await fetchModel(`${address}/${version}`, get);
      if (typeof found !== "string") known.set(version, found);
      return found;
    },
  };
}

/** A version as it is served. */
export async function fetchModel(url: string, get: typeof fetch): Promise<Model | "unknown" | "unreachable"> {
  try {
    const response = await get(url, { credentials: "omit" });
    if (response.status === 404) return "unknown";
    if (!response.ok) return "unreachable";
    return indexQuestionnaire((await response.json()) as Questionnaire); // compiled and checked by our own build
  } catch {
    return "unreachable";
  }
}

/** The same version, with the sentences that the page brings for what the version's own file leaves out. */
export function withMessages({ questionnaire }: Model, words: Readonly<Record<string, string>>): Model {
  return indexQuestionnaire({ ...questionnaire, messages: { ...words, ...questionnaire.messages } });
}
