/** The versions that are published, each with the hash of its content: what is published never changes. */

import type { Questionnaire } from "../schema/compiled.ts";
import { error, type Finding } from "./findings.ts";

/** The file that keeps them, beside the questionnaires. */
export const LOCK_FILE = "published.lock.json";

/** Hashes by « id/version ». */
export type Lock = Readonly<Record<string, string>>;

/** The name of a version in the lock. */
export function lockKey({ id, version }: Pick<Questionnaire, "id" | "version">): string {
  return `${id}/${version}`;
}

/** Refuses a published version whose content is no longer the one published; a version not listed is a draft. */
export function checkPublished(folder: string, questionnaire: Questionnaire, lock: Lock): readonly Finding[] {
  const published = lock[lockKey(questionnaire)];
  if (published === undefined || published === questionnaire.hash) return [];
  const place = { file: `${folder}/questionnaire.yaml`, line: 1 };
  const message = `la version ${questionnaire.version} est publiée et son contenu a changé`;
  const mend = "annulez la modification, ou portez-la dans une nouvelle version";
  return [error(place, "published-changed", message, mend)];
}

/** The text of a lock file, or an empty lock when there is no file. */
export function parseLock(text: string | null): Lock {
  if (text === null) return {};
  const parsed: unknown = JSON.parse(text);
  if (typeof parsed !== "object" || parsed === null || Object.values(parsed).some((one) => typeof one !== "string")) {
    throw new Error(`${LOCK_FILE} : un objet « id/version » → « sha256-… » est attendu.`);
  }
  return parsed as Lock; // an object whose values are all texts, just checked
}

/** The lock as written on the disk: sorted, one version a line. */
export function formatLock(lock: Lock): string {
  const sorted = Object.entries(lock).sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true }));
  return `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`;
}
