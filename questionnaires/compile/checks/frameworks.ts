/** Every reference names a framework that the version describes, an item that exists; every framework is cited. */
import { citedFramework, citedItems, knownItems } from "../../interop/references.ts";
import type { Draft } from "../assemble.ts";
import { error, type Finding, warning } from "../findings.ts";
import type { Path } from "../source.ts";
import type { Check } from "./check.ts";

/** Refuses a reference that no framework claims, or to an item beyond a known list. */
export const checkCitations: Check = ({ draft, locate }) =>
  citations(draft).flatMap(({ path, reference }): readonly Finding[] => {
    const framework = citedFramework(draft.frameworks, reference);
    if (!framework) {
      const message = `aucun référentiel ne répond de « ${reference} »`;
      return [error(locate(path), "unknown-framework", message, "corrigez-la, ou décrivez-le dans frameworks.yaml")];
    }
    const known = knownItems(framework);
    const strangers = known.length === 0 ? [] : citedItems(framework, reference).filter((one) => !known.includes(one));
    const mend = `choisissez entre ${known[0]} et ${known.at(-1)}`;
    return strangers.map((item) => error(locate(path), "unknown-item", `« ${item} » n’existe pas`, mend));
  });

/** Refuses two frameworks that answer to the same name; doubts about one that nothing cites, and about its address. */
export const checkFrameworks: Check = ({ draft, locate }) => {
  const cited = new Set(citations(draft).map(({ reference }) => citedFramework(draft.frameworks, reference)));
  const names = draft.frameworks.map(({ id, prefixes, suffixes }) => [id, ...prefixes, ...suffixes]);
  return draft.frameworks.flatMap((framework, index): readonly Finding[] => {
    const place = locate(["frameworks", index]);
    const { url, checkedOn } = framework;
    const taken = (names[index] ?? []).filter((name) => names.slice(0, index).some((others) => others.includes(name)));
    return [
      ...taken.map((name) => error(place, "duplicate-id", `« ${name} » existe déjà`, "donnez un autre nom")),
      ...(cited.has(framework)
        ? []
        : [warning(place, "framework-unused", `rien ne cite « ${framework.id} »`, "citez-le ou retirez-le")]),
      ...(url === null || url.startsWith("https://")
        ? []
        : [error(place, "resource-url", `« ${url} » n’est pas une adresse https`, "corrigez l’adresse")]),
      ...(url === null || checkedOn !== null
        ? []
        : [
            warning(
              place,
              "resource-unchecked",
              `lien sans date de vérification : ${url}`,
              'ouvrez-le, puis ajoutez checkedOn: "AAAA-MM-JJ"',
            ),
          ]),
    ];
  });
};

/** Every reference as its author wrote it. */
function citations({ questions, actions }: Draft): readonly { readonly path: Path; readonly reference: string }[] {
  const of = (key: string, owners: readonly { readonly references: readonly string[] }[]) =>
    owners.flatMap(({ references }, index) =>
      references.map((reference, at) => ({ path: [key, index, "references", at], reference })),
    );
  return [...of("questions", questions), ...of("actions", actions)];
}
