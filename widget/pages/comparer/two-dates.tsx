/** The form of the two codes, and what changed between them. */
import lineage from "virtual:lineage";
import { useState } from "preact/hooks";
import { CodeField } from "../../tools/code-field.tsx";
import { openCodes } from "../../tools/open-codes.ts";
import { Outcome } from "../../tools/outcome.tsx";
import { type Progress, progressOf } from "../../tools/progress.ts";
import { ProgressView } from "./progress-view.tsx";
import { say } from "./words.ts";

const SIDES = ["before", "after"] as const;
type Texts = Readonly<Record<(typeof SIDES)[number], string>>;
const NONE: Texts = { before: "", after: "" };

export function TwoDates({ handed }: { readonly handed: string }) {
  const [texts, setTexts] = useState<Texts>({ before: "", after: handed });
  const [errors, setErrors] = useState<Texts>(NONE);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [count, setCount] = useState(0);
  const compare = async (event: SubmitEvent) => {
    event.preventDefault();
    const [first, second] = await openCodes(SIDES.map((side) => texts[side]));
    if (!first || !second) return;
    const found = first.ok && second.ok ? progressOf(lineage.migrations, first.value, second.value) : null;
    const stranded = first.ok && second.ok && !found;
    setErrors({
      before: first.ok ? "" : say("error", { text: say(`refused.${first.reason}`) }),
      after: second.ok
        ? stranded
          ? say("error", { text: say("refused.stranded") })
          : ""
        : say("error", { text: say(`refused.${second.reason}`) }),
    });
    setProgress(found);
    setCount(count + 1);
    const wrong = first.ok ? "after" : "before";
    if (!found) document.getElementById(`code-${wrong}`)?.focus();
  };
  return (
    <section>
      <h2>{say("dates.title")}</h2>
      <p class="screen-only">{say("dates.lead")}</p>
      <form class="screen-only" noValidate onSubmit={compare}>
        {SIDES.map((side) => (
          <CodeField
            key={side}
            id={`code-${side}`}
            label={say(`dates.${side}`)}
            error={errors[side]}
            value={texts[side]}
            type={(value) => setTexts({ ...texts, [side]: value })}
          />
        ))}
        <button type="submit">{say("dates.button")}</button>
      </form>
      {progress && (
        <Outcome level={3} title={say("progress.title")} count={count}>
          <ProgressView progress={progress} />
        </Outcome>
      )}
    </section>
  );
}
