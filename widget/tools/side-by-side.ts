/** Several establishments as rows: what the table on the page and the file of the spreadsheet both say. */
import { diagnose } from "../../questionnaires/engine/engine.ts";
import type { Result } from "../../questionnaires/schema/result.ts";
import type { OpenedCode } from "../codes/open-code.ts";
import type { Text } from "../text/text.ts";
import type { Cell } from "./csv.ts";

export interface Establishment {
  readonly name: string;
  readonly result: Result;
  /** How many questions its profile is asked. */
  readonly total: number;
}

/** Each as its own version scores it. */
export function establishmentOf(name: string, { own }: OpenedCode): Establishment {
  return { name, result: diagnose(own.adapted, own.answers), total: own.adapted.displayed.length };
}

/** The domains of all of them, in the order of the first that has each; labels from its version. */
export function domainsOf(codes: readonly OpenedCode[]): readonly { readonly id: string; readonly label: string }[] {
  const domains = codes.flatMap(({ own }) => own.adapted.model.questionnaire.domains);
  return [...new Map(domains.map(({ id, label }) => [id, { id, label }])).values()];
}

/** A header, then one row per establishment. An unknown score is an empty cell; the interval says how far it is known. */
export function tableOf(
  establishments: readonly Establishment[],
  domains: readonly { readonly id: string; readonly label: string }[],
  say: Text,
): readonly (readonly Cell[])[] {
  const columns = ["name", "version", "answered", "questions", "score", "low", "high", "level", "expected", "unknown"];
  const head = columns.map((column) => say(`table.${column}`));
  const rows = establishments.map(({ name, result, total }): readonly Cell[] => {
    const [low, high] = result.interval;
    return [
      ...[name, result.version, total - result.remaining.length, total],
      ...[result.score, low, high, result.levelName, result.expected, result.unknown],
      ...domains.map(({ id }) => result.domains.find((domain) => domain.id === id)?.score ?? null),
    ];
  });
  return [[...head, ...domains.map(({ label }) => label)], ...rows];
}
