/** The sentences that the engine composes all have their words. */
import { ENGINE_MESSAGES } from "../../engine/messages.ts";
import { error, warning } from "../findings.ts";
import type { Check } from "./check.ts";

/** Refuses a questionnaire without one of the engine's messages. */
export const checkMessages: Check = ({ draft, folder }) =>
  ENGINE_MESSAGES.filter((key) => !Object.hasOwn(draft.messages, key)).map((key) => {
    const place = { file: `${folder}/messages.yaml`, line: 1 };
    return error(place, "missing-message", `le texte « ${key} » manque`, "ajoutez-le");
  });

/** Doubts about a group of variables without a title: its screen would have no heading. */
export const checkGroups: Check = ({ draft, locate }) =>
  draft.profile.flatMap(({ group }, index) => {
    const first = draft.profile.findIndex((variable) => variable.group === group) === index;
    if (!first || Object.hasOwn(draft.messages, `profile.group.${group}`)) return [];
    const message = `le groupe « ${group} » n’a pas de titre`;
    const mend = `ajoutez « profile.group.${group} » dans interface.yaml`;
    return [warning(locate(["profile", index, "group"]), "group-title", message, mend)];
  });
