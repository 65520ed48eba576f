/** One compiled question, one compiled action: defaults written out, conditions compiled. */
import type { Action, Question } from "../schema/compiled.ts";
import type { CompileCondition, Traced } from "./assemble.ts";
import type { Authored } from "./authored.ts";
import type { Path } from "./source.ts";

/** The compiled question number `index` of a `questions-<domain>.yaml` file. */
export function assembleQuestion(
  part: Authored["questions"][number],
  index: number,
  condition: CompileCondition,
): Traced<Question> {
  const { source, data } = part;
  const path = ["questions", index];
  const written = data.questions[index];
  if (!written) throw new RangeError(`no question ${index} in ${source.file}`);
  const { when, unknown, notApplicable, impliedBy, cap, alert, ...rest } = written;
  const compiled = <T extends { when: string }>(key: string, item: T | undefined) =>
    item ? { ...item, when: condition(source, inside(path, key, "when"), item.when) } : null;
  const value = {
    ...rest,
    domain: data.domain,
    when: condition(source, inside(path, "when"), when),
    unknownAllowed: unknown,
    notApplicable: compiled("notApplicable", notApplicable),
    impliedBy: impliedBy ?? null,
    cap: compiled("cap", cap),
    alert: compiled("alert", alert),
  };
  return { value, origin: { source, path } };
}

/** The compiled action: absent addresses and dates become null. Its questions’ references come later. */
export function assembleAction(written: Authored["actions"]["data"]["actions"][number]): Action {
  const resources = written.resources.map(({ label, url, checkedOn }) => ({
    label,
    url: url ?? null,
    checkedOn: checkedOn ?? null,
  }));
  return { ...written, resources };
}

function inside(path: Path, ...keys: readonly string[]): Path {
  return [...path, ...keys];
}
