/** The sentences that a migration composes when the author's file has none to give. Keys here, words in `messages`. */
import type { Questionnaire } from "../schema/compiled.ts";

/** Read from the messages of the version one arrives at. */
export const MIGRATION_MESSAGES = ["migration.open", "migration.na-withdrawn", "migration.nsp-withdrawn"] as const;

export type MigrationMessage = (typeof MIGRATION_MESSAGES)[number];

/** The sentence of `key`; the key itself in a version that has no words for it. */
export function migrationMessage({ messages }: Questionnaire, key: MigrationMessage): string {
  return messages[key] ?? key;
}
