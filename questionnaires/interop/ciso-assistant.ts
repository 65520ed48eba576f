/**
 * The questionnaire as a library that CISO Assistant imports: one section per domain, one requirement per question, one
 * reference control per action. Field names are those of its documentation (docs/ciso-assistant.md says which).
 */
import type { Action, Question, Questionnaire } from "../schema/compiled.ts";
import { MAX_LEVEL } from "../schema/level.ts";
import type { Library, ReferenceControl, RequirementNode, Score } from "./ciso-assistant-types.ts";
import { frameworkUrn, libraryUrn, nodeUrn, PACKAGER, questionUrn, referenceId, urn } from "./ciso-assistant-urn.ts";
import { fill, joined, type Texts, textsFor } from "./texts.ts";

/** Raise it when the same questionnaire version is exported otherwise: CISO Assistant takes only a higher number. */
const EXPORT_VERSION = 1;

/** The library of one version: a version of ours is a framework of theirs, so that an old audit keeps its meaning. */
export function frameworkLibrary(questionnaire: Questionnaire): Library {
  const { language, publishedOn, title, version, hash } = questionnaire;
  const texts = textsFor(questionnaire);
  const shared = {
    ref_id: referenceId(questionnaire),
    name: fill(texts.library.name, { title, version }),
    description: fill(texts.library.description, { hash }),
  };
  return {
    urn: libraryUrn(questionnaire),
    locale: language,
    ...shared,
    copyright: texts.library.copyright,
    version: EXPORT_VERSION,
    publication_date: publishedOn,
    provider: PACKAGER,
    packager: PACKAGER,
    objects: {
      reference_controls: questionnaire.actions.map((action) => referenceControl(questionnaire, texts, action)),
      framework: {
        urn: frameworkUrn(questionnaire),
        ...shared,
        min_score: 0,
        max_score: MAX_LEVEL,
        scores_definition: scale(questionnaire, texts),
        implementation_groups_definition: [group(texts.groups.core, false), group(texts.groups.full, true)],
        requirement_nodes: questionnaire.domains.flatMap((domain) => [
          section(questionnaire, domain),
          ...questionnaire.questions
            .filter((question) => question.domain === domain.id)
            .map((question) => requirement(questionnaire, texts, question)),
        ]),
      },
    },
  };
}

/** What the five levels of a question say, one a line. */
export function levelsOf(questionnaire: Questionnaire, { options }: Question): string {
  const { library } = textsFor(questionnaire);
  return options.map((option, level) => fill(library.option, { level, option })).join("\n");
}

function section(questionnaire: Questionnaire, { id, label, why }: Questionnaire["domains"][number]): RequirementNode {
  return { urn: nodeUrn(questionnaire, id), assessable: false, depth: 1, ref_id: id, name: label, description: why };
}

function requirement(questionnaire: Questionnaire, texts: Texts, question: Question): RequirementNode {
  const { id, domain, label, help, notApplicable, references, core, weight, actions } = question;
  const { library, groups } = texts;
  return {
    urn: questionUrn(questionnaire, question),
    assessable: true,
    depth: 2,
    parent_urn: nodeUrn(questionnaire, domain),
    ref_id: id,
    name: label,
    description: levelsOf(questionnaire, question),
    annotation: joined(
      "\n",
      help,
      notApplicable && fill(library.notApplicable, { label: notApplicable.label }),
      cites(texts, references),
    ),
    implementation_groups: [...(core ? [groups.core.ref] : []), groups.full.ref],
    weight,
    reference_controls: actions.map(({ action }) => urn(questionnaire, "function", action)),
  };
}

function referenceControl(questionnaire: Questionnaire, texts: Texts, action: Action): ReferenceControl {
  const { id, title, steps, references, owner, days, effort, cost, impact } = action;
  const { library } = texts;
  return {
    urn: urn(questionnaire, "function", id),
    ref_id: id,
    name: title,
    description: steps.map((step, index) => fill(library.step, { rank: index + 1, step })).join("\n"),
    annotation: joined("\n", fill(library.action, { owner, days, effort, cost, impact }), cites(texts, references)),
  };
}

/** The names of our levels, when there is one for each answer: the bands of the score are centred on them. */
function scale({ levels }: Questionnaire, { library }: Texts): readonly Score[] {
  return Array.from({ length: MAX_LEVEL + 1 }, (_, score) => {
    const named = levels.length === MAX_LEVEL + 1 ? levels.find(({ level }) => level === score) : undefined;
    const level = fill(library.level, { level: score });
    return { score, name: named?.name ?? level, description: named?.meaning ?? level };
  });
}

function cites({ library }: Texts, references: readonly string[]): string {
  return references.length === 0 ? "" : fill(library.references, { references: references.join(", ") });
}

function group({ ref, name, description }: Texts["groups"]["core"], selected: boolean) {
  return { ref_id: ref, name, description, default_selected: selected };
}
