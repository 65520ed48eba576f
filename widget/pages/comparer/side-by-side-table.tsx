/** The table of several establishments: it scrolls sideways in its own frame, which the keyboard reaches; names stay in sight. */
import type { OpenedCode } from "../../codes/open-code.ts";
import { formatScore } from "../../text/score.ts";
import { domainsOf, type Establishment } from "../../tools/side-by-side.ts";
import { say } from "./words.ts";

interface Props {
  readonly establishments: readonly Establishment[];
  readonly codes: readonly OpenedCode[];
}

export function SideBySide({ establishments, codes }: Props) {
  const domains = domainsOf(codes);
  const versions = new Set(establishments.map(({ result }) => result.version));
  const language = document.documentElement.lang;
  const figure = (score: number | null | undefined) =>
    score == null ? say("domains.none") : formatScore(score, language);
  return (
    <>
      {versions.size > 1 && <p class="notice">{say("lines.versions")}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard (WCAG 2.1.1) */}
      <section class="frame" aria-label={say("lines.frame")} tabIndex={0}>
        <table>
          <caption>{say("lines.caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{say("table.name")}</th>
              <th scope="col">{say("table.score")}</th>
              <th scope="col">{say("table.level")}</th>
              <th scope="col">{say("table.expected")}</th>
              {domains.map(({ id, label }) => (
                <th scope="col" key={id}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {establishments.map(({ name, result }, index) => (
              <tr key={`${index} ${name}`}>
                <th scope="row">{name}</th>
                <td>{result.score === null ? interval(result.interval, language) : figure(result.score)}</td>
                <td>{result.levelName ?? say("lines.open", { open: result.remaining.length })}</td>
                <td>{figure(result.expected)}</td>
                {domains.map(({ id }) => (
                  <td key={id}>{figure(result.domains.find((domain) => domain.id === id)?.score)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function interval([low, high]: readonly [number, number], language: string): string {
  return say("lines.between", { low: formatScore(low, language), high: formatScore(high, language) });
}
