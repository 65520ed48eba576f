/** Before a diagnostic is open: asking for its code, waiting for its questions, or saying why it does not open. */
import type { Text } from "../../text/text.ts";
import type { Refusal } from "./opened.ts";

interface Props {
  readonly t: Text;
  /** Null = no code was given yet. */
  readonly refusal: Refusal | "unreachable" | "waiting" | null;
  /** What was given: kept in the field, to be mended. */
  readonly code: string;
  readonly open: (code: string) => void;
}

export function Closed({ t, refusal, code, open }: Props) {
  if (refusal === "waiting") return <p role="status">{t("closed.waiting")}</p>;
  const wrong = refusal !== null && refusal !== "unreachable";
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget as HTMLFormElement).get("code"); // the form it is attached to
    open(String(typed ?? "").trim());
  };
  return (
    <form class="card" noValidate onSubmit={submit}>
      <p>{t("closed.lead")}</p>
      <label class="label" for="code">
        {t("closed.code")}
      </label>
      {refusal !== null && (
        <p class="error" id="code-error" role="alert">
          {t(`refused.${refusal}`)}
        </p>
      )}
      <input
        id="code"
        name="code"
        class="box"
        autocomplete="off"
        spellcheck={false}
        defaultValue={code.startsWith("%") ? "" : code}
        aria-invalid={wrong}
        aria-describedby={refusal === null ? undefined : "code-error"}
      />
      <div class="buttons">
        <button type="submit" class="primary">
          {t(refusal === "unreachable" ? "closed.again" : "closed.open")}
        </button>
        <a class="button" href="/">
          {t("closed.start")}
        </a>
      </div>
    </form>
  );
}
