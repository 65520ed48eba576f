/** Where a code or a link is pasted; what is wrong with it is said beside the field, and the text stays. */
import { useEffect, useRef, useState } from "preact/hooks";
import { Heading } from "../parts/heading.tsx";
import type { Ui } from "../parts/ui.ts";
import { say } from "./words.ts";

interface Props {
  readonly ui: Ui;
  /** Why the last code was refused, if it was; counted, so that the same refusal is said again. */
  readonly refusal: { readonly reason: string; readonly count: number } | null;
  readonly busy: boolean;
  readonly open: (text: string) => void;
}

export function OpenForm({ ui, refusal, busy, open }: Props) {
  const [text, setText] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (refusal) field.current?.focus();
  }, [refusal?.count]);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    open(text);
  };
  return (
    <form class={refusal ? "field wrong" : "field"} noValidate onSubmit={submit}>
      <Heading ui={ui} depth={1}>
        {say("open.title")}
      </Heading>
      <label class="legend" for="share-open">
        {say("open.label")}
      </label>
      <p class="help" id="share-open-help">
        {say("open.help")}
      </p>
      <p class="error" id="share-open-error" role="alert">
        {refusal && ui.t("error.inline", { text: say(`refused.${refusal.reason}`) })}
      </p>
      <textarea
        class="box code"
        id="share-open"
        ref={field}
        rows={3}
        autoComplete="off"
        autoCapitalize="off"
        spellcheck={false}
        value={text}
        aria-describedby="share-open-help share-open-error"
        aria-invalid={refusal ? true : undefined}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <div class="buttons">
        <button type="submit" class="primary" aria-disabled={busy ? "true" : undefined}>
          {say(busy ? "open.busy" : "open.button")}
        </button>
      </div>
    </form>
  );
}
