/** Each domain at both dates, on the questions in common: the only difference that means something. */
import { formatScore } from "../../text/score.ts";
import type { Progress } from "../../tools/progress.ts";
import { rise } from "./rise.ts";
import { say } from "./words.ts";

export function DomainTable({ progress: { comparison, after } }: { readonly progress: Progress }) {
  const { domains, language } = after.own.adapted.model.questionnaire;
  const labels = new Map(domains.map(({ id, label }) => [id, label]));
  const { common } = comparison;
  const rows = [
    ...common.domains.map(({ id, score }) => ({ id, label: labels.get(id) ?? id, score })),
    { id: "", label: say("domains.together"), score: common.score },
  ];
  return (
    <table>
      <caption>{say("domains.caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{say("domains.domain")}</th>
          <th scope="col">{say("domains.before")}</th>
          <th scope="col">{say("domains.after")}</th>
          <th scope="col">{say("domains.rise")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, label, score }) => (
          <tr key={id}>
            <th scope="row">{label}</th>
            <td>{score ? formatScore(score[0], language) : say("domains.none")}</td>
            <td>{score ? formatScore(score[1], language) : say("domains.none")}</td>
            <td>{score ? rise(score, language) : ""}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
