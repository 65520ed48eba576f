/** A text to pass on, with a button that copies it and says so; where copying is forbidden, the text is selected instead. */
import { useRef, useState } from "preact/hooks";
import type { Text } from "../text/text.ts";

interface Props {
  /** The words `copy.*`. */
  readonly say: Text;
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly rows: number;
}

export function Copy({ say, id, label, text, rows }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  /** The text that was copied and how: another one has not been. */
  const [done, setDone] = useState({ text: "", how: "" });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setDone({ text, how: "copied" });
    } catch {
      field.current?.select();
      setDone({ text, how: "selected" });
    }
  };
  return (
    <div class="copy">
      <label class="legend" for={id}>
        {label}
      </label>
      <textarea class="box code" id={id} ref={field} rows={rows} readOnly value={text} />
      <div class="buttons">
        <button type="button" onClick={copy} aria-describedby={id}>
          {say("copy.button")}
        </button>
        <span role="status">{done.text === text && done.how ? say(`copy.${done.how}`) : ""}</span>
      </div>
    </div>
  );
}
