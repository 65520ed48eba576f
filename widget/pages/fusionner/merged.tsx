/** The whole, once every difference has its choice: its code to keep, and the way to go on with it. */
import { codeLink } from "../../codes/code-in.ts";
import { Copy } from "../../parts/copy.tsx";
import { say } from "./words.ts";

interface Props {
  /** Differences without a choice. */
  readonly left: number;
  readonly code: string;
}

export function Merged({ left, code }: Props) {
  return (
    <section>
      <h3>{say("merged.title")}</h3>
      <p role="status">{left > 0 ? say("merged.left", { left }) : say("merged.ready")}</p>
      {left === 0 && (
        <>
          <Copy say={say} id="merged-code" label={say("merged.code")} text={code} rows={2} />
          <p class="buttons">
            <a class="button" href={codeLink("/", { code, domain: null })}>
              {say("merged.open")}
            </a>
          </p>
          <p class="notice">{say("merged.secret")}</p>
        </>
      )}
    </section>
  );
}
