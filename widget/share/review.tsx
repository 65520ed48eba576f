/** Before a code takes the place of what is here: what it holds, what became of an older one, what would be replaced. */
import { useEffect, useRef } from "preact/hooks";
import type { Model } from "../../questionnaires/engine/engine.ts";
import { toldOf } from "../codes/carried.ts";
import type { OpenedCode } from "../codes/open-code.ts";
import { Heading } from "../parts/heading.tsx";
import type { Ui } from "../parts/ui.ts";
import { Carried } from "./carried-list.tsx";
import { say } from "./words.ts";

interface Props {
  readonly ui: Ui;
  readonly model: Model;
  readonly opened: OpenedCode;
  readonly task: string | null;
  /** Whether answers of this page would be replaced. */
  readonly replaces: boolean;
  readonly accept: () => void;
  readonly refuse: () => void;
}

export function Review({ ui, model, opened, task, replaces, accept, refuse }: Props) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  const { current } = opened;
  const told = toldOf(opened);
  const domain = model.questionnaire.domains.find(({ id }) => id === task)?.label;
  return (
    <section class="card attention" tabIndex={-1} ref={box} data-review="">
      <Heading ui={ui} depth={1}>
        {say("review.title")}
      </Heading>
      {domain && <p>{say("review.task", { label: domain })}</p>}
      <p>{say("review.count", { answered: current.answers.size, total: current.adapted.displayed.length })}</p>
      {told && <Carried ui={ui} told={told} />}
      {replaces && <p>{say("review.replaces")}</p>}
      <div class="buttons">
        <button type="button" class="primary" onClick={accept}>
          {say(replaces ? "review.replace" : "review.open")}
        </button>
        <button type="button" onClick={refuse}>
          {say(replaces ? "review.keep" : "review.cancel")}
        </button>
      </div>
    </section>
  );
}
