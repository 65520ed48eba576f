/** What somebody handed over: a domain, or everything; which of its questions are open, and at which step. */
import type { Diagnostic } from "../../questionnaires/engine/engine.ts";
import { deductions } from "../../questionnaires/engine/engine.ts";
import { stepsOf } from "../journey/steps.ts";

/** The domain handed over to the person in front of this widget. */
const tasks = new WeakMap<Node, string>();

export function taskOf(root: Node): string | null {
  return tasks.get(root) ?? null;
}

export function setTask(root: Node, domain: string | null): void {
  if (domain === null) tasks.delete(root);
  else tasks.set(root, domain);
}

export interface Todo {
  readonly open: number;
  readonly total: number;
  /** The first step that asks an open question of the domain, or its first step when all are answered; −1 without any. */
  readonly page: number;
}

export function todoOf({ adapted, answers }: Diagnostic, domain: string): Todo {
  const deduced = deductions(adapted, answers);
  const own = adapted.displayed.filter((question) => question.domain === domain);
  const open = own.filter(({ id }) => !answers.has(id) && !deduced.has(id));
  const sought = new Set((open.length > 0 ? open : own).map(({ id }) => id));
  const page = stepsOf(adapted).findIndex(({ questions }) => questions.some(({ id }) => sought.has(id)));
  return { open: open.length, total: own.length, page };
}
