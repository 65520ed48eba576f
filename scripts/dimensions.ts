/** `virtual:dimensions`: the variable of the profile that each dimension of the published tables is read from. */
import type { Plugin } from "vite";
import data from "../worker/statistics/plans.fr.json" with { type: "json" };

const ID = "virtual:dimensions";

/** Dimension → variable; those that come from elsewhere are not there. */
export const VARIABLES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(data.dimensions).flatMap(([id, one]) => ("variable" in one ? [[id, one.variable]] : [])),
);

export function dimensionsModule(): Plugin {
  return {
    name: "dimensions",
    resolveId: (source) => (source === ID ? `\0${ID}` : null),
    load: (source) => (source === `\0${ID}` ? `export default ${JSON.stringify(VARIABLES)}` : null),
  };
}
