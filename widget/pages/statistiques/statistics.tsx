/** The whole page: what is published, or why nothing can be read; then a release and its table. Holds the token, and nothing else of who reads. */
import { useRef, useState } from "preact/hooks";
import { type Access, type Refusal, type ReleaseList, readList } from "../../releases/client.ts";
import { SignIn } from "../../releases/sign-in.tsx";
import { say as sayRefusal } from "../../releases/words.ts";
import { useReading } from "./reader.ts";
import { ReleaseView } from "./release-view.tsx";
import { useFragment } from "./use-fragment.ts";
import { say } from "./words.ts";

export function Statistics() {
  const [token, setToken] = useState<string | null>(null);
  /** Counts the tries: the same token, or the same address, may work later. */
  const [tries, setTries] = useState(0);
  const access: Access = { server: "", token, fetch: fetch.bind(window) };
  const releases = useReading(`${tries}`, () => readList(access));
  const again = () => {
    document.querySelector("main")?.focus(); // the button that was pressed goes away
    setTries(tries + 1);
  };
  const give = (given: string | null) => {
    setToken(given);
    if (given !== null || token !== null) setTries(tries + 1);
  };
  /** What was last said: the form that asks for a token stays while another try is on its way. */
  const last = useRef(releases);
  if (releases !== null) last.current = releases;
  const refusal = last.current?.ok === false ? last.current : null;
  return (
    <div class="statistics">
      <SignIn
        signedIn={token !== null && releases?.ok === true}
        refusal={refusal?.refusal ?? null}
        detail={refusal?.detail ?? null}
        busy={releases === null}
        give={give}
      />
      <div role="status">{releases === null && <p>{say("waiting")}</p>}</div>
      {releases !== null && refusal && !refusal.refusal.startsWith("token-") && (
        <Failed refusal={refusal.refusal} again={again} />
      )}
      {releases?.ok && <Releases access={access} list={releases.value} tries={tries} again={again} />}
    </div>
  );
}

interface FailedProps {
  readonly refusal: Refusal;
  readonly again: () => void;
}

/** Why nothing came, and a way to ask again. */
export function Failed({ refusal, again }: FailedProps) {
  return (
    <div role="alert">
      <p class="error">{sayRefusal(`refused.${refusal}`)}</p>
      <button type="button" onClick={again}>
        {say("again")}
      </button>
    </div>
  );
}

interface ReleasesProps {
  readonly access: Access;
  readonly list: ReleaseList;
  readonly tries: number;
  readonly again: () => void;
}

function Releases({ access, list: { releases, territory = null }, tries, again }: ReleasesProps) {
  const [shown, show] = useFragment();
  const [newest] = releases;
  if (!newest) return <p class="notice">{say("nothing")}</p>;
  const head = releases.find(({ id }) => id === shown.release) ?? newest;
  const missing = shown.release !== null && head.id !== shown.release;
  return (
    <>
      {missing && <p class="notice">{say("release.missing", { release: shown.release ?? "" })}</p>}
      <ReleaseView {...{ access, releases, head, scope: territory, shown, show, tries, again }} />
    </>
  );
}
