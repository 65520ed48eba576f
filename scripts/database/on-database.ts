/** Runs an operator's command on the database that its options name: opens it, or says why not, and always closes it. */
import type { OpenDatabase } from "../open-database.ts";
import { ensureContent } from "./content.ts";
import { openFolder } from "./open-folder.ts";
import { openRemote } from "./open-remote.ts";
import type { Outcome } from "./refusal.ts";
import type { Where } from "./where.ts";

/** What the command returns, or the refusal. */
export async function onDatabase<T>(where: Where, command: (opened: OpenDatabase) => Promise<T>): Promise<Outcome<T>> {
  if (where.kind === "local") {
    const { withDatabase } = await import("../open-database.ts"); // seconds to load, which the others do without
    return { ok: true, value: await withDatabase(command) };
  }
  const opened = where.kind === "folder" ? openFolder(where.folder, process.env) : await openRemote();
  if (!opened.ok) return opened;
  try {
    await ensureContent();
    return { ok: true, value: await command(opened.value) };
  } finally {
    await opened.value.close();
  }
}
