/** What changed between two dates: in words, then domain by domain, action by action, question by question. */

import { questionWords } from "../../tools/answer-words.ts";
import type { Progress } from "../../tools/progress.ts";
import { Changes } from "./changes.tsx";
import { DomainTable } from "./domain-table.tsx";
import { Headline } from "./headline.tsx";
import { plural, say } from "./words.ts";

export function ProgressView({ progress }: { readonly progress: Progress }) {
  const { comparison, actions, before, after } = progress;
  const { notCompared } = comparison;
  return (
    <>
      <Headline progress={progress} />
      <DomainTable progress={progress} />
      <h4>{say("actions.title")}</h4>
      <Titles title={plural("actions.gone", actions.gone.length)} items={actions.gone} />
      <Titles title={plural("actions.added", actions.added.length)} items={actions.added} />
      <Titles title={plural("actions.still", actions.still.length)} items={actions.still} folded />
      <Changes progress={progress} />
      <Titles
        title={plural("only.before", notCompared.before.length)}
        items={notCompared.before.map((id) => questionWords(before.own.adapted.model, id))}
        folded
      />
      <Titles
        title={plural("only.after", notCompared.after.length)}
        items={notCompared.after.map((id) => questionWords(after.own.adapted.model, id))}
        folded
      />
      <p class="screen-only">
        <button type="button" class="second" onClick={() => print()}>
          {say("print")}
        </button>
      </p>
    </>
  );
}

interface TitlesProps {
  readonly title: string;
  readonly items: readonly string[];
  readonly folded?: boolean;
}

function Titles({ title, items, folded = false }: TitlesProps) {
  if (items.length === 0) return null;
  const list = (
    <ul>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
  if (!folded) {
    return (
      <>
        <p class="said">{title}</p>
        {list}
      </>
    );
  }
  return (
    <details>
      <summary>{title}</summary>
      {list}
    </details>
  );
}
