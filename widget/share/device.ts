/** What the person chose to keep on this device: a code and its day, under one key, and nothing else. */
import { pack } from "../../questionnaires/engine/engine.ts";
import type { Host } from "../journey/host.ts";
import { DEVICE_KEY } from "../state/device-key.ts";
import type { State } from "../state/state.ts";

export interface Kept {
  readonly code: string;
  /** The local day of the last change, `2026-11-22`. */
  readonly day: string;
}

/** Null when nothing is kept, when it is not ours, or when this browser forbids it. */
export function readKept(questionnaire: string): Kept | null {
  try {
    const [day = "", code = ""] = (localStorage.getItem(DEVICE_KEY) ?? "").split(" ");
    return /^\d{4}-\d\d-\d\d$/.test(day) && code.startsWith(`${questionnaire}.`) ? { code, day } : null;
  } catch {
    return null;
  }
}

/** False when the browser refuses: private browsing, storage full or forbidden. */
export function keep(code: string, today: Date): boolean {
  const part = (number: number) => String(number).padStart(2, "0");
  const day = [today.getFullYear(), part(today.getMonth() + 1), part(today.getDate())].join("-");
  try {
    localStorage.setItem(DEVICE_KEY, `${day} ${code}`);
    return true;
  } catch {
    return false;
  }
}

export function forget(): void {
  try {
    localStorage.removeItem(DEVICE_KEY);
  } catch {
    // Nothing could be kept here.
  }
}

/** The widgets of this page whose changes are kept: asked for since the page was opened, never by itself. */
const saving = new WeakSet<Node>();

export function isSaving(root: Node): boolean {
  return saving.has(root);
}

export function setSaving(root: Node, on: boolean): void {
  if (on) saving.add(root);
  else saving.delete(root);
}

/** After each change: the code is written again; a diagnostic that was started again is no longer kept. */
export function follow({ root, state, read }: Host, before: State): void {
  const { profile, answers } = state();
  if (!isSaving(root) || (profile === before.profile && answers === before.answers)) return;
  if (Object.keys({ ...profile, ...answers }).length === 0) {
    setSaving(root, false);
    forget();
    return;
  }
  const seen = read();
  if (seen) keep(pack(seen), new Date());
}

/** Whether leaving the page would lose nothing: what is kept is what is shown. */
export function isSafe({ root, read }: Host): boolean {
  const seen = isSaving(root) ? read() : null;
  return seen !== null && readKept(seen.adapted.model.questionnaire.id)?.code === pack(seen);
}
