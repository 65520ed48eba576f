/** A text to copy: its title, what to do with it, the text itself, and a button that says when it is done. */
import words from "virtual:words/integrer";
import { useRef, useState } from "preact/hooks";
import { createText } from "../../text/text.ts";
import type { Snippet } from "./snippets.ts";

const t = createText(words);

export function Copy({ name, text }: Snippet) {
  const block = useRef<HTMLPreElement>(null);
  const [said, say] = useState("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      say(t("copy.done"));
    } catch {
      // Without the right to copy, the text is selected: one key does the rest.
      if (block.current) getSelection()?.selectAllChildren(block.current);
      say(t("copy.selected"));
    }
  };
  return (
    <section class="snippet" aria-labelledby={`snippet-${name}`}>
      <h3 id={`snippet-${name}`}>{t(`snippet.${name}.title`)}</h3>
      <p>{t(`snippet.${name}.text`)}</p>
      <pre ref={block}>
        <code>{text}</code>
      </pre>
      <p class="copy">
        <button type="button" onClick={copy} aria-describedby={`snippet-${name}`}>
          {t("copy.button")}
        </button>
        <span role="status">{said}</span>
      </p>
    </section>
  );
}
