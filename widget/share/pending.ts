/** A code that waits for the room to be open: from the device, or from the link that led here. */
import { codeIn, FRAGMENT, type Passed } from "../codes/code-in.ts";

export interface Pending extends Passed {
  /** Kept on this device: then its changes go on being kept. */
  readonly device: boolean;
}

const waiting = new WeakMap<Node, Pending>();

export function ask(root: Node, pending: Pending): void {
  waiting.set(root, pending);
}

/** What waits, once. The fragment leaves the address: a shared screen or a bookmark does not give the code away. */
export function take(root: Node): Pending | null {
  const pending = waiting.get(root) ?? fragment(root);
  waiting.delete(root);
  return pending;
}

/** Only our own page reads its address; that of another site is not ours. */
function fragment(root: Node): Pending | null {
  const hosted = root instanceof ShadowRoot && root.host.hasAttribute("history");
  if (!hosted || !location.hash.startsWith(FRAGMENT)) return null;
  const passed = codeIn(location.hash);
  history.replaceState(history.state, "", location.pathname + location.search);
  return { ...passed, device: false };
}
