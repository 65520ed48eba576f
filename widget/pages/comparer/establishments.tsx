/** Several establishments of one association: names and codes typed here, a table, and the same figures for a spreadsheet. */
import { useState } from "preact/hooks";
import type { OpenedCode } from "../../codes/open-code.ts";
import { CodeField } from "../../tools/code-field.tsx";
import { toCsv } from "../../tools/csv.ts";
import { download } from "../../tools/download.ts";
import { linesOf } from "../../tools/lines.ts";
import { openCodes } from "../../tools/open-codes.ts";
import { Outcome } from "../../tools/outcome.tsx";
import { domainsOf, type Establishment, establishmentOf, tableOf } from "../../tools/side-by-side.ts";
import { SideBySide } from "./side-by-side-table.tsx";
import { plural, say } from "./words.ts";

interface Shown {
  readonly establishments: readonly Establishment[];
  readonly codes: readonly OpenedCode[];
}

export function Establishments() {
  const [text, setText] = useState("");
  const [errors, setErrors] = useState<readonly string[]>([]);
  const [shown, setShown] = useState<Shown>({ establishments: [], codes: [] });
  const [count, setCount] = useState(0);
  const show = async (event: SubmitEvent) => {
    event.preventDefault();
    const lines = linesOf(text, (rank) => say("lines.unnamed", { rank }));
    const opened = await openCodes(lines.map(({ code }) => code));
    const read = lines.map((line, index) => ({ line, found: opened[index] }));
    const good = read.flatMap(({ line, found }) => (found?.ok ? [{ name: line.name, code: found.value }] : []));
    const wrong = read.flatMap(({ line: { number }, found }) =>
      found?.ok === false ? [say("lines.error", { number, text: say(`refused.${found.reason}`) })] : [],
    );
    setErrors(lines.length === 0 ? [say("lines.empty")] : wrong);
    setShown({
      establishments: good.map(({ name, code }) => establishmentOf(name, code)),
      codes: good.map(({ code }) => code),
    });
    setCount(count + 1);
    if (good.length === 0) document.getElementById("lines")?.focus();
  };
  const { establishments, codes } = shown;
  const rows = () => tableOf(establishments, domainsOf(codes), say);
  const save = () =>
    download(say("lines.file"), "text/csv;charset=utf-8", toCsv(rows(), document.documentElement.lang));
  return (
    <section>
      <h2>{say("lines.title")}</h2>
      <p class="screen-only">{say("lines.lead")}</p>
      <form class="screen-only" noValidate onSubmit={show}>
        <CodeField
          id="lines"
          label={say("lines.label")}
          help={say("lines.help")}
          error={errors.length === 0 ? "" : say("error", { text: errors.join(" ") })}
          rows={6}
          value={text}
          type={setText}
        />
        <button type="submit">{say("lines.button")}</button>
      </form>
      {establishments.length > 0 && (
        <Outcome level={3} title={plural("lines.shown", establishments.length)} count={count}>
          <SideBySide establishments={establishments} codes={codes} />
          <p class="buttons screen-only">
            <button type="button" onClick={save}>
              {say("lines.csv")}
            </button>
            <button type="button" class="second" onClick={() => print()}>
              {say("print")}
            </button>
          </p>
        </Outcome>
      )}
    </section>
  );
}
