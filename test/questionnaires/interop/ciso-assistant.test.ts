/** The library for CISO Assistant: it holds to the schema written from its documentation, and says what we say. */
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { frameworkLibrary } from "../../../questionnaires/interop/ciso-assistant.ts";
import type { Library } from "../../../questionnaires/interop/ciso-assistant-types.ts";
import { MAX_LEVEL } from "../../../questionnaires/schema/level.ts";
import { libraryYaml } from "../../../scripts/export-ciso-assistant.ts";
import { allByName, shippedByName } from "../../support/questionnaires.ts";
import { question, tiny } from "../../support/tiny.ts";
import { faultsOf } from "./ciso-assistant-schema.ts";

const small = tiny([question("a", 1, { core: true, references: ["G 1"] }), question("b", 2)], undefined, {
  levels: [0, 50].map((from, level) => ({ level, name: `L${level}`, from, meaning: "Meaning" })),
}).questionnaire;

const questionnaires = [
  ...allByName.map(([name, { questionnaire }]) => [name, questionnaire] as const),
  ["a questionnaire with two levels", small] as const,
];

/** What the schema cannot say: every address is one of its own, and those that are pointed at exist. */
function brokenLinks({ urn, objects: { framework, reference_controls } }: Library): readonly string[] {
  const nodes = framework.requirement_nodes;
  const all = [urn, framework.urn, ...nodes.map((one) => one.urn), ...reference_controls.map((one) => one.urn)];
  const groups = framework.implementation_groups_definition.map(({ ref_id }) => ref_id);
  const depthOf = new Map(nodes.map((one) => [one.urn, one.depth]));
  return [
    ...all.filter((one, index) => all.indexOf(one) < index).map((one) => `${one} twice`),
    ...nodes.flatMap(({ urn: node, parent_urn: parent, depth }) =>
      (parent === undefined ? 0 : depthOf.get(parent)) === depth - 1 ? [] : [`${node} is not right below its parent`],
    ),
    ...nodes.flatMap(({ reference_controls: controls = [] }) =>
      controls.filter((control) => !all.includes(control)).map((control) => `${control} does not exist`),
    ),
    ...nodes.flatMap(({ implementation_groups: own = [] }) =>
      own.filter((group) => !groups.includes(group)).map((group) => `group ${group} does not exist`),
    ),
  ];
}

describe("the library for CISO Assistant", () => {
  it.each(questionnaires)("of %s holds to its documentation, links included", (_, questionnaire) => {
    const library = frameworkLibrary(questionnaire);
    expect(faultsOf("library", library)).toEqual([]);
    expect(brokenLinks(library)).toEqual([]);
  });

  it.each(questionnaires)("of %s has a section per domain and a requirement per question, in order", (_, one) => {
    const nodes = frameworkLibrary(one).objects.framework.requirement_nodes;
    expect(nodes.filter(({ assessable }) => !assessable).map(({ ref_id }) => ref_id)).toEqual(
      one.domains.map(({ id }) => id),
    );
    expect(nodes.filter(({ assessable }) => assessable).map(({ ref_id }) => ref_id)).toEqual(
      one.domains.flatMap(({ id }) => one.questions.filter(({ domain }) => domain === id)).map(({ id }) => id),
    );
  });

  it.each(questionnaires)("of %s keeps the five answers, the help, the references and the actions", (_, one) => {
    const { framework, reference_controls } = frameworkLibrary(one).objects;
    expect(reference_controls.map(({ ref_id }) => ref_id)).toEqual(one.actions.map(({ id }) => id));
    for (const asked of one.questions) {
      const node = framework.requirement_nodes.find(({ ref_id }) => ref_id === asked.id);
      expect(node?.description.split("\n")).toHaveLength(MAX_LEVEL + 1);
      for (const words of asked.options) expect(node?.description).toContain(words);
      for (const words of [asked.help, ...asked.references]) expect(node?.annotation).toContain(words);
      expect(node?.reference_controls?.map((urn) => urn.split(":").at(-1))).toEqual(
        asked.actions.map(({ action }) => action),
      );
    }
  });

  it.each(shippedByName)("of %s puts the core questions in both groups and names the scale as we do", (_, model) => {
    const { questionnaire } = model;
    const { framework } = frameworkLibrary(questionnaire).objects;
    const core = framework.requirement_nodes.filter((node) => node.implementation_groups?.includes("socle"));
    expect(core.map(({ ref_id }) => ref_id)).toEqual(model.questions.filter((one) => one.core).map(({ id }) => id));
    expect(framework.requirement_nodes.filter((node) => node.implementation_groups?.includes("complet"))).toHaveLength(
      questionnaire.questions.length,
    );
    expect(framework.scores_definition.map(({ name }) => name)).toEqual(questionnaire.levels.map(({ name }) => name));
  });

  it("falls back on numbered levels, in its own language, when a questionnaire has fewer than five", () => {
    const { framework } = frameworkLibrary(small).objects;
    expect(framework.scores_definition.map(({ name }) => name)).toEqual([0, 1, 2, 3, 4].map((n) => `Level ${n}`));
    expect(framework.implementation_groups_definition.map(({ ref_id }) => ref_id)).toEqual(["core", "full"]);
  });

  it("gives each version its own address, so that an old audit keeps its meaning", () => {
    const urns = questionnaires.map(([, questionnaire]) => frameworkLibrary(questionnaire).urn);
    expect(new Set(urns).size).toBe(urns.length);
  });

  it.each(questionnaires)("of %s is read back from its YAML as it was, by a reader of YAML 1.1 or 1.2", (_, one) => {
    const library = frameworkLibrary(one);
    const yaml = libraryYaml(library);
    expect(parse(yaml)).toEqual(library);
    const bare = yaml.replace(/^publication_date: (.*)$/m, 'publication_date: "$1"');
    expect(parse(bare, { version: "1.1" })).toEqual(library);
  });

  it("keeps words that YAML 1.1 takes for true or a time", () => {
    const tricky = { ...small, title: "yes", questions: [question("a", 1, { label: "12:30:45", help: "on" })] };
    expect(parse(libraryYaml(frameworkLibrary(tricky)), { version: "1.1" })).toMatchObject({
      objects: { framework: { requirement_nodes: [{}, { name: "12:30:45", annotation: "on" }, {}] } },
    });
  });
});

describe("the checks themselves", () => {
  const library = frameworkLibrary(small);
  const [section, requirement] = library.objects.framework.requirement_nodes;
  const withNodes = (...nodes: readonly unknown[]) => ({
    ...library,
    objects: { ...library.objects, framework: { ...library.objects.framework, requirement_nodes: nodes } },
  });

  it.each([
    ["an address in capitals", { ...library, urn: library.urn.toUpperCase() }],
    ["a version that is not a number", { ...library, version: "1.1.0" }],
    ["a missing packager", { ...library, packager: undefined }],
    ["an unknown key", { ...library, licence: "free" }],
    ["a requirement without parent", withNodes(section, { ...requirement, parent_urn: undefined })],
    ["an identifier with a space", withNodes(section, { ...requirement, ref_id: "a b" })],
    ["no node at all", withNodes()],
  ])("refuse %s", (_, wrong) => {
    expect(faultsOf("library", JSON.parse(JSON.stringify(wrong)))).not.toEqual([]);
  });

  it("find an address given twice, a parent that does not exist, a control that does not exist", () => {
    const strayed = { ...requirement, parent_urn: "urn:x:y", reference_controls: ["urn:x:z"] };
    expect(brokenLinks(withNodes(section, section, strayed) as Library)).toEqual([
      `${section?.urn} twice`,
      `${requirement?.urn} is not right below its parent`,
      "urn:x:z does not exist",
    ]);
  });
});
