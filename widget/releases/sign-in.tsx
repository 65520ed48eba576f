/**
 * Where a token is given, and forgotten. It lives in the page's memory alone: no storage, no cookie, no address; leaving the
 * page forgets it, even where the browser would bring the page back as it was.
 */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Refusal } from "./client.ts";
import { say } from "./words.ts";

interface Props {
  /** Whether the page holds a token that the server took. */
  readonly signedIn: boolean;
  /** Why the last reading was refused; null when it was not. */
  readonly refusal: Refusal | null;
  /** What the server said of it. */
  readonly detail?: string | null;
  /** Whether an answer is on its way: what was typed stays, what was wrong with it is said again only if it still is. */
  readonly busy?: boolean;
  /** Gives a token to the page, or takes it back. */
  readonly give: (token: string | null) => void;
}

/** Shown when a token is asked for, or held; nothing where statistics are public. */
export function SignIn({ signedIn, refusal, detail = null, busy = false, give }: Props) {
  const forget = useRef(give);
  forget.current = give;
  useEffect(() => {
    const leave = () => forget.current(null);
    addEventListener("pagehide", leave);
    return () => removeEventListener("pagehide", leave);
  }, []);
  // What held the focus is gone once a token is taken or forgotten: the focus goes to what has come instead.
  const section = useRef<HTMLElement>(null);
  const before = useRef(signedIn);
  useEffect(() => {
    if (before.current !== signedIn) section.current?.focus();
    before.current = signedIn;
  }, [signedIn]);
  const asked = refusal?.startsWith("token-") ?? false;
  if (!signedIn && !asked) return null;
  const wrong = busy || refusal === "token-required" ? null : (detail ?? say(`refused.${refusal}`));
  return (
    <section class="access screen-only" tabIndex={-1} ref={section} aria-label={say("sign-in.title")}>
      {signedIn ? <Held forget={() => give(null)} /> : <TokenForm wrong={wrong} give={give} />}
    </section>
  );
}

function Held({ forget }: { readonly forget: () => void }) {
  return (
    <p class="signed-in">
      {say("sign-in.held")}{" "}
      <button type="button" class="second" onClick={forget}>
        {say("sign-in.forget")}
      </button>
    </p>
  );
}

const SHOWN = { type: "text" } as const;
const HIDDEN = { type: "password" } as const;

interface FormProps {
  /** Why the token given before was refused; null when none was. */
  readonly wrong: string | null;
  readonly give: (token: string) => void;
}

function TokenForm({ wrong, give }: FormProps) {
  const [token, setToken] = useState("");
  const [seen, setSeen] = useState(false);
  const [empty, setEmpty] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const error = empty ? say("sign-in.empty") : wrong;
  useEffect(() => {
    if (wrong !== null) field.current?.focus();
  }, [wrong]);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const given = token.trim();
    setEmpty(given === "");
    if (given === "") field.current?.focus();
    else give(given);
  };
  return (
    <form class="sign-in" noValidate autocomplete="off" onSubmit={submit}>
      <h2>{say("sign-in.title")}</h2>
      <p id="token-help">{say("sign-in.lead")}</p>
      <div class={error === null ? "token-field" : "token-field wrong"}>
        <label for="token">{say("sign-in.label")}</label>
        <div role="alert">
          {error !== null && (
            <p class="error" id="token-error">
              {say("sign-in.error", { text: error })}
            </p>
          )}
        </div>
        <input
          id="token"
          ref={field}
          class="box"
          {...(seen ? SHOWN : HIDDEN)}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          value={token}
          aria-describedby={error === null ? "token-help" : "token-help token-error"}
          aria-invalid={error === null ? undefined : true}
          onInput={(event) => setToken(event.currentTarget.value)}
        />
      </div>
      <p class="buttons">
        <button type="submit">{say("sign-in.button")}</button>
        <button type="button" class="second" aria-pressed={seen} onClick={() => setSeen(!seen)}>
          {say("sign-in.show")}
        </button>
      </p>
    </form>
  );
}
