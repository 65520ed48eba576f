/** Every need of the release as a table: one line per action and published line, whatever the screen shows. */
import type { ReleaseHead } from "../../releases/published.ts";
import type { Text } from "../../text/text.ts";
import { type Cell, toCsv } from "../../tools/csv.ts";
import type { Need } from "./needs.ts";
import { offerText } from "./offer-text.ts";

const COLUMNS = [
  "release",
  "built",
  "territory",
  "kind",
  "line",
  "line-code",
  "action",
  "action-code",
  "share",
  "band",
  "reason",
  "since",
  "local",
  "national",
  "finding",
];

export function needsCsv(
  needs: readonly Need[],
  release: ReleaseHead,
  territory: string | null,
  t: Text,
  language: string,
): string {
  const rows = needs.map(({ action, line, share, reason, since, offers, finding }): Cell[] => [
    release.number,
    release.builtOn,
    territory ?? t("place.none"),
    t(`kind.${line.kind}`),
    line.label,
    line.code,
    action.label,
    action.code,
    typeof share === "number" ? share : null,
    share !== null && typeof share === "object" && "band" in share ? t(`band.${share.band}`) : null,
    reason === null ? null : t("csv.hidden"),
    since,
    offerText(offers, "local", t),
    offerText(offers, "national", t),
    t(`finding.${finding}`),
  ]);
  return toCsv([COLUMNS.map((column) => t(`csv.${column}`)), ...rows], language);
}
