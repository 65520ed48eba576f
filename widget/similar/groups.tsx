/** One's own score, then each group of establishments alike: its figures, with n and the release they come from, or why they are hidden. */
import type { Result } from "../../questionnaires/schema/result.ts";
import { longDay } from "../text/long-day.ts";
import { formatScore } from "../text/score.ts";
import type { Text } from "../text/text.ts";
import type { Group } from "./comparison.tsx";
import type { Read } from "./read.ts";
import { sayFigure } from "./say.ts";

interface Props {
  readonly groups: readonly Group[];
  readonly own: Result;
  readonly read: Read;
  readonly language: string;
  readonly say: Text;
}

const FIGURES = ["quartile1", "median", "quartile3", "mean"] as const;

export function Groups({ groups, own, read, language, say }: Props) {
  const columns = ["group", ...FIGURES, "level"];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard (WCAG 2.1.1)
    <section class="frame" aria-label={say("frame")} tabIndex={0}>
      <table>
        <caption>
          <span>{say("caption")}</span>
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {say(`column.${column}`, { level: own.levelName ?? "" })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr class="own">
            <th scope="row">{say("own")}</th>
            <td colSpan={columns.length - 1}>{own.score === null ? say("none") : formatScore(own.score, language)}</td>
          </tr>
          {groups.map((group) => (
            <Row key={group.name} group={group} level={own.level} read={read} language={language} say={say} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RowProps {
  readonly group: Group;
  readonly level: number | null;
  readonly read: Read;
  readonly language: string;
  readonly say: Text;
}

function Row({ group: { name, cell, instead }, level, read, language, say }: RowProps) {
  const { figures, since } = cell;
  const release = read.releases.find(({ number }) => number === since);
  const share = level === null ? null : (figures?.levels[level] ?? null);
  const n = new Intl.NumberFormat(language).format(figures?.n ?? 0);
  return (
    <tr>
      <th scope="row">
        {name} {instead !== null && <span class="said">{instead}</span>}
        {figures && (
          <span class="said muted">
            {say("behind", { n, date: release ? longDay(release.builtOn, language) : say("none") })}
          </span>
        )}
      </th>
      {figures === null ? (
        <td class="masked" colSpan={FIGURES.length + 1}>
          {say("hidden")}
        </td>
      ) : (
        <>
          {FIGURES.map((id) => (
            <td key={id}>{sayFigure(figures[id], language, say)}</td>
          ))}
          <td>{share === null ? say("none") : say("percent", { share: sayFigure(share, language, say) })}</td>
        </>
      )}
    </tr>
  );
}
