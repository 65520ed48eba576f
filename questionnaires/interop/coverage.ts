/** Which questions and actions answer each item of each framework, and which items of a known list none does. */
import type { Framework, Questionnaire } from "../schema/compiled.ts";
import type { Coverage } from "../schema/coverage.ts";
import { citedFramework, citedItems, knownItems } from "./references.ts";

/** The coverage of a version: frameworks as the version lists them, items in their own order. */
export function coverage(questionnaire: Questionnaire): Coverage {
  const { id, version, frameworks } = questionnaire;
  return { questionnaire: id, version, frameworks: frameworks.map((one) => frameworkCoverage(questionnaire, one)) };
}

type FrameworkCoverage = Coverage["frameworks"][number];

function frameworkCoverage(questionnaire: Questionnaire, framework: Framework): FrameworkCoverage {
  const cited = (references: readonly string[]) => itemsOf(questionnaire, framework, references);
  const questions = questionnaire.questions.map(({ id, references }) => ({ id, items: cited(references) }));
  const actions = questionnaire.actions.map(({ id, references }) => ({ id, items: cited(references) }));
  const citing = (owners: typeof questions, item: string) =>
    owners.filter(({ items }) => items.has(item)).map(({ id }) => id);
  const items = [...new Set([...questions, ...actions].flatMap(({ items }) => [...items]))].sort(naturalOrder);
  const covered = new Set(questions.flatMap(({ items }) => [...items]));
  const known = knownItems(framework);
  return {
    id: framework.id,
    name: framework.name,
    known: framework.items === null ? null : known.length,
    items: items.map((item) => ({
      reference: item,
      questions: citing(questions, item),
      actions: citing(actions, item),
    })),
    uncovered: known.filter((item) => !covered.has(item)),
  };
}

function itemsOf({ frameworks }: Questionnaire, framework: Framework, references: readonly string[]): Set<string> {
  const own = references.filter((reference) => citedFramework(frameworks, reference) === framework);
  return new Set(own.flatMap((reference) => citedItems(framework, reference)));
}

/** Numbers as numbers, so that Hyg 10 comes after Hyg 9; the code of the text settles the rest. */
function naturalOrder(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => text.replace(/\d+/gu, (digits) => digits.padStart(8, "0")));
  return (left ?? a) < (right ?? b) ? -1 : 1;
}
