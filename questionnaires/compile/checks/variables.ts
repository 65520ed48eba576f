/** Each variable has what its type needs: choices, or bounds. */
import { error } from "../findings.ts";
import type { Check } from "./check.ts";

/** Refuses a choice without options, a number without bounds, and exclusivity where one answers only once. */
export const checkVariables: Check = ({ draft, locate }) =>
  draft.profile.flatMap((variable, index) => {
    const place = locate(["profile", index]);
    const number = variable.type === "integer";
    const faults = [
      number && variable.options.length > 0 && "un nombre n’a pas d’options",
      number && variable.range === null && "un nombre a besoin de bornes (range)",
      !number && variable.range !== null && "seul un nombre a des bornes (range)",
      !number && variable.options.length < 2 && "un choix a besoin d’au moins deux options",
      variable.type !== "multiple" &&
        variable.options.some((option) => option.exclusive) &&
        "exclusive n’a de sens que pour un choix multiple",
      variable.range !== null && variable.range.min > variable.range.max && "les bornes sont inversées",
    ].filter((fault) => fault !== false);
    return faults.map((fault) =>
      error(place, "variable-shape", `« ${variable.id} » : ${fault}`, "corrigez type, options ou range"),
    );
  });
