/**
 * The door to the sending of a contribution: its files come when the screen that offers it opens, since sending is a choice.
 * Where they do not come, the sending is told as any other that failed, and can be tried again.
 */
import { newKey } from "../effects/new-key.ts";
import { ATTEMPTS } from "../state/attempts.ts";
import type { Host } from "./host.ts";

const MEANS = { newKey, attempts: ATTEMPTS };

/** While the screen of the contribution is read: the files, the key, and the work that the server asks. */
export async function prepare(host: Host): Promise<void> {
  try {
    const tool = await import("../sending/tool-send.ts");
    tool.prepare(host, MEANS);
  } catch {} // the sending will say it
}

export async function send(host: Host): Promise<void> {
  try {
    const tool = await import("../sending/tool-send.ts");
    await tool.send(host, MEANS);
  } catch {
    const key = host.state().contribution.key ?? newKey();
    host.dispatch({ type: "send", key });
    host.dispatch({ type: "refused", key, reason: null });
  }
}
