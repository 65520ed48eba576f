/** The words of territories are read by directors: French typography, short sentences. */
import { typographyFaults } from "../checks/typography.ts";
import { longSentences } from "../checks/wording.ts";
import { error } from "../findings.ts";
import type { Path } from "../source.ts";
import { placeOf, type TerritoryCheck, type TerritoryPart } from "./part.ts";

/** Refuses faults of typography, doubts about long sentences. */
export const checkTerritoryWords: TerritoryCheck = ({ parts }) =>
  parts.flatMap((part) =>
    textsOf(part).flatMap(([path, text]) => {
      const place = placeOf(part, path);
      return [
        ...typographyFaults(text).map(([what, mend]) => error(place, "typography", what, mend)),
        ...longSentences(text, place),
      ];
    }),
  );

function textsOf({ territory }: TerritoryPart): readonly (readonly [Path, string])[] {
  const { name, contacts, services, financing } = territory;
  return [
    [["name"], name],
    ...shown("contacts", contacts, ["name", "purpose"]),
    ...shown("services", services, ["title", "operator", "audience", "note"]),
    ...shown("financing", financing, ["title", "text"]),
  ];
}

function shown<K extends string>(
  list: string,
  items: readonly Readonly<Record<K, string | null>>[],
  keys: readonly K[],
): readonly (readonly [Path, string])[] {
  return items.flatMap((item, index) =>
    keys.flatMap((key) => {
      const text = item[key];
      return text === null ? [] : [[[list, index, key], text] as const];
    }),
  );
}
