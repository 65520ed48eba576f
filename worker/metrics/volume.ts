/** The volume of contributions as OpenMetrics families; none when the database could not be read. */
import type { Volume } from "../statistics/volume.ts";
import { family } from "./openmetrics.ts";

export function volumeFamilies(volume: Volume | null): readonly string[] {
  if (volume === null) return [];
  const { today, usual, unusual } = volume;
  return [
    family("diag_contributions_today", "gauge", "Contributions since midnight UTC", [["", {}, today]]),
    family("diag_contributions_usual", "gauge", "The middle of the seven days before", [["", {}, usual]]),
    family("diag_contributions_unusual", "gauge", "Whether today is far above", [["", {}, unusual ? 1 : 0]]),
  ];
}
