/** Puts the author's files together into the compiled shape, without its hash. Judges conditions' grammar only. */
import type { Condition, Questionnaire } from "../schema/compiled.ts";
import { assembleCategories, assembleProfile } from "./assemble-profile.ts";
import { assembleAction, assembleQuestion } from "./assemble-questions.ts";
import type { Authored } from "./authored.ts";
import { parseExpression } from "./expression.ts";
import { error, type Finding } from "./findings.ts";
import { assembleFramework } from "./frameworks.ts";
import { type Origin, type Origins, originKey } from "./places.ts";
import type { Path, Source } from "./source.ts";

/** The compiled questionnaire before its hash. */
export type Draft = Omit<Questionnaire, "hash">;

/** Compiles one condition found at `path` of a source; a fault is noted and the condition counts as always true. */
export type CompileCondition = (source: Source, path: Path, expression: string) => Condition;

/** A compiled value and where it comes from. */
export type Traced<T> = { readonly value: T; readonly origin: Origin };

/** Assembles a version; the origins let the checks point at the author's lines. */
export function assemble(authored: Authored): { draft: Draft; origins: Origins; findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const origins = new Map<string, Origin>();
  const { identity, profile, regions, domains, actions, frameworks } = authored;

  const condition: CompileCondition = (source, path, expression) => {
    const parsed = parseExpression(expression);
    if (parsed.ok) return parsed.condition;
    const place = { file: source.file, line: source.lineOf(path) };
    const message = `condition illisible, colonne ${parsed.column} de « ${expression} » : ${parsed.message}`;
    findings.push(error(place, "condition-syntax", message, "suivez la grammaire : and, or, not, ==, !=, in (a, b)"));
    return true;
  };
  function keep<T>(key: string, traced: readonly Traced<T>[]): readonly T[] {
    traced.forEach((one, index) => {
      origins.set(originKey([key, index]), one.origin);
    });
    return traced.map((one) => one.value);
  }
  /** A list whose compiled items have the same keys as the author's, conditions apart. */
  function list<A, T>(key: string, source: Source, name: string, items: readonly A[], map: (item: A, path: Path) => T) {
    const traced = items.map((item, index) => {
      const path = [name, index];
      return { value: map(item, path), origin: { source, path } };
    });
    return keep(key, traced);
  }

  for (const key of ["id", "version", "title", "language", "publishedOn", "displayLimit", "unknown"]) {
    origins.set(key, { source: identity.source, path: [key] });
  }
  for (const key of ["levels", "classes", "exposure"]) origins.set(key, { source: identity.source, path: [key] });
  origins.set("domains", { source: domains.source, path: ["domains"] });

  const { levels, exposure, classes, questionCount: _forAuthors, ...rest } = identity.data;
  const withWhen =
    (source: Source) =>
    <A extends { when: string }>(item: A, path: Path) => ({
      ...item,
      when: condition(source, [...path, "when"], item.when),
    });
  const asWritten = <A>(item: A): A => item;

  const draft: Draft = {
    ...rest,
    profile: keep("profile", assembleProfile(authored)),
    derived: list("derived", profile.source, "derived", profile.data.derived, withWhen(profile.source)),
    categories: keep("categories", assembleCategories(authored)),
    regions: list("regions", regions.source, "regions", regions.data.regions, (region) => ({
      ...region,
      operator: region.operator ?? null,
    })),
    domains: list("domains", domains.source, "domains", domains.data.domains, asWritten),
    questions: keep("questions", questionsInOrder(authored, condition)),
    actions: list("actions", actions.source, "actions", actions.data.actions, assembleAction),
    frameworks: frameworks
      ? list("frameworks", frameworks.source, "frameworks", frameworks.data.frameworks, assembleFramework)
      : [],
    levels: list("levels", identity.source, "levels", levels, asWritten),
    exposure: list("exposure", identity.source, "exposure", exposure, withWhen(identity.source)),
    classes: list("classes", identity.source, "classes", classes, asWritten),
    warnings: list("warnings", profile.source, "warnings", profile.data.warnings, withWhen(profile.source)),
    messages: mergeMessages(authored, origins, findings),
  };
  return { draft, origins, findings };
}

/** Domain order, then rank: the order in which every list of questions is given (rules 9). */
function questionsInOrder(authored: Authored, condition: CompileCondition) {
  const order = new Map(authored.domains.data.domains.map((domain, index) => [domain.id, index]));
  const position = (id: string) => order.get(id) ?? order.size;
  return authored.questions
    .flatMap((part) => part.data.questions.map((_, index) => assembleQuestion(part, index, condition)))
    .sort((a, b) => position(a.value.domain) - position(b.value.domain) || a.value.rank - b.value.rank);
}

function mergeMessages(authored: Authored, origins: Map<string, Origin>, findings: Finding[]): Record<string, string> {
  const merged: Record<string, string> = {};
  for (const { source, data } of authored.messages) {
    for (const [key, text] of Object.entries(data)) {
      if (Object.hasOwn(merged, key)) {
        const place = { file: source.file, line: source.lineOf([key]) };
        findings.push(error(place, "duplicate-message", `la clé « ${key} » existe déjà`, "gardez un seul texte"));
      }
      merged[key] = text;
      origins.set(originKey(["messages", key]), { source, path: [key] });
    }
  }
  return merged;
}
