/** Runs the worked examples of a version through the engine and tells every figure that differs. */
import {
  adapt,
  diagnose,
  type Issue,
  indexQuestionnaire,
  type Model,
  parseAnswers,
  parseProfile,
} from "../engine/engine.ts";
import type { Questionnaire } from "../schema/compiled.ts";
import { parseShape } from "./authored.ts";
import { type Example, ExamplesSchema } from "./example-schema.ts";
import { error, type Finding, warning } from "./findings.ts";
import type { Path, SourceFile } from "./source.ts";

/** Scores and priorities worked out by hand are given to a hundredth. Source: blueprint §8. */
const TOLERANCE = 0.01 + 1e-9;

/** One figure of an example that the engine does not find, at its path inside the example. */
export type Difference = { readonly path: Path; readonly expected: unknown; readonly found: unknown };

/** What the engine says of an example: refused with issues, or diagnosed with differences (none when all agrees). */
export type Verdict =
  | { readonly ok: false; readonly issues: readonly Issue[] }
  | { readonly ok: true; readonly differences: readonly Difference[] };

/** The findings of `examples.yaml`, each on the line of the figure or answer at fault. */
export function checkExamples(folder: string, questionnaire: Questionnaire, file?: SourceFile): readonly Finding[] {
  const shownAs = `${folder}/examples.yaml`;
  if (!file) {
    const mend = "créez-le : un profil, des réponses, les résultats calculés à la main";
    return [warning({ file: shownAs, line: 1 }, "example-missing", "aucun exemple calculé", mend)];
  }
  const findings: Finding[] = [];
  const part = parseShape(shownAs, file.text, ExamplesSchema, findings);
  if (!part) return findings;
  const model = indexQuestionnaire(questionnaire);
  const at = (index: number, path: Path) => ({ file: shownAs, line: part.source.lineOf(["examples", index, ...path]) });
  return part.data.examples.flatMap((example, index) => {
    const verdict = compareExample(model, example);
    if (!verdict.ok) {
      return verdict.issues.map(({ pointer, detail }) =>
        error(at(index, stepsOf(pointer)), "example-refused", detail, "corrigez l’exemple, ou la question qu’il cite"),
      );
    }
    return verdict.differences.map(({ path, expected, found }) => {
      const message = `« ${example.title} », ${path.slice(1).join(".")} : ${show(expected)} attendu, ${show(found)} calculé`;
      const mend = "refaites le calcul à la main, puis corrigez l’exemple ou le barème";
      return error(at(index, path), "example-differs", message, mend);
    });
  });
}

/** Compares an example with what the engine computes; only what the example writes is compared. */
export function compareExample(model: Model, { profile, answers, expect }: Example): Verdict {
  const parsed = parseProfile(model, profile);
  if (!parsed.ok) return parsed;
  const adapted = adapt(model, parsed.value);
  const given = parseAnswers(adapted, answers);
  if (!given.ok) return given;
  const result = diagnose(adapted, given.value);
  const triggered = result.actions.filter(({ id }) => id !== model.questionnaire.unknown.action);
  const found = {
    ...result,
    exposure: adapted.profile.exposure,
    displayed: adapted.displayed.length,
    domains: Object.fromEntries(result.domains.map(({ id, score }) => [id, score])),
    alerts: result.alerts.map(({ question }) => question),
    triggeredActions: triggered.length,
    firstActions: triggered
      .slice(0, expect.firstActions?.length ?? 0)
      .map(({ id, priority, liftsCap }) => ({ id, priority, liftsCap })),
  };
  const differences = (Object.keys(expect) as (keyof typeof expect)[]).flatMap((key) =>
    compare(expect[key], found[key], ["expect", key]),
  );
  return { ok: true, differences };
}

/** Every leaf that differs; numbers are equal within a hundredth, and lists have the same length. */
function compare(expected: unknown, found: unknown, path: Path): readonly Difference[] {
  if (typeof expected === "number" && typeof found === "number") {
    return Math.abs(expected - found) <= TOLERANCE ? [] : [{ path, expected, found }];
  }
  if (!isGroup(expected) || !isGroup(found)) return expected === found ? [] : [{ path, expected, found }];
  if (Array.isArray(expected) && Array.isArray(found) && expected.length !== found.length) {
    return [{ path, expected, found }];
  }
  return [...new Set([...Object.keys(expected), ...Object.keys(found)])].flatMap((key) =>
    compare(expected[key], found[key], [...path, Array.isArray(expected) ? Number(key) : key]),
  );
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function stepsOf(pointer: string): Path {
  return pointer.split("/").slice(1);
}

function show(value: unknown): string {
  return value === undefined ? "rien" : JSON.stringify(value);
}
