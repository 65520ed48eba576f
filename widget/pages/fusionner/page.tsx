/** `/fusionner`: the answers of the director and those of the IT provider become one diagnostic, by the director's choice. */
import { useState } from "preact/hooks";
import type { OpenedCode } from "../../codes/open-code.ts";
import { CodeField } from "../../tools/code-field.tsx";
import type { Side } from "../../tools/merge.ts";
import { mount } from "../../tools/mount.tsx";
import { openCodes } from "../../tools/open-codes.ts";
import { Outcome } from "../../tools/outcome.tsx";
import { Differences } from "./differences.tsx";
import { say } from "./words.ts";

const SIDES = ["mine", "theirs"] as const;
type Texts = Readonly<Record<Side, string>>;
const NONE: Texts = { mine: "", theirs: "" };

function Merging({ handed }: { readonly handed: string }) {
  const [texts, setTexts] = useState<Texts>({ mine: handed, theirs: "" });
  const [errors, setErrors] = useState<Texts>(NONE);
  const [codes, setCodes] = useState<Readonly<Record<Side, OpenedCode>> | null>(null);
  const [count, setCount] = useState(0);
  const read = async (event: SubmitEvent) => {
    event.preventDefault();
    const [mine, theirs] = await openCodes(SIDES.map((side) => texts[side]));
    if (!mine || !theirs) return;
    const said = (one: typeof mine) => (one.ok ? "" : say("error", { text: say(`refused.${one.reason}`) }));
    setErrors({ mine: said(mine), theirs: said(theirs) });
    setCodes(mine.ok && theirs.ok ? { mine: mine.value, theirs: theirs.value } : null);
    setCount(count + 1);
    if (!mine.ok || !theirs.ok) document.getElementById(`code-${mine.ok ? "theirs" : "mine"}`)?.focus();
  };
  return (
    <>
      <form class="screen-only" noValidate onSubmit={read}>
        {SIDES.map((side) => (
          <CodeField
            key={side}
            id={`code-${side}`}
            label={say(`code.${side}`)}
            error={errors[side]}
            value={texts[side]}
            type={(value) => setTexts({ ...texts, [side]: value })}
          />
        ))}
        <button type="submit">{say("read")}</button>
      </form>
      {codes && (
        <Outcome level={2} title={say("merge.title")} count={count}>
          <Differences key={count} mine={codes.mine} theirs={codes.theirs} />
        </Outcome>
      )}
    </>
  );
}

mount((code) => <Merging handed={code} />);
