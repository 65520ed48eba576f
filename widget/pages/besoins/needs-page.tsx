/** The whole page: who reads, what could be read, or why nothing can. The token lives here, in memory, and nowhere else. */
import { useState } from "preact/hooks";
import type { Access, Outcome } from "../../releases/client.ts";
import { SignIn } from "../../releases/sign-in.tsx";
import { say as sayRefusal } from "../../releases/words.ts";
import { type Help, loadHelp } from "../../territories/help.ts";
import { Overview } from "./overview.tsx";
import { type Reading, readNeeds } from "./read.ts";
import { PlaceSelect } from "./selects.tsx";
import { useLast, useShown } from "./use-page.ts";
import { say } from "./words.ts";

interface Read {
  readonly help: Help;
  readonly reading: Outcome<Reading>;
}

export function Needs() {
  const [shown, show] = useShown();
  const [token, setToken] = useState<string | null>(null);
  /** Counts the tries: the same token, or the same address, may work later. */
  const [tries, setTries] = useState(0);
  const access: Access = { server: "", token, fetch: fetch.bind(window) };
  const [read, waiting] = useLast(`${tries} ${shown.territory}`, async (): Promise<Read> => {
    const help = await loadHelp(() => shown.territory);
    return { help, reading: await readNeeds(access, help.territory?.code ?? null) };
  });
  const again = () => setTries(tries + 1);
  const give = (given: string | null) => {
    setToken(given);
    if (given !== null || token !== null) again();
  };
  const refused = read?.reading.ok === false ? read.reading : null;
  const asked = refused?.refusal.startsWith("token-") ?? false;
  const broken = read !== null && !asked && (refused !== null || read.help.status === "failed");
  return (
    <div class="needs">
      <SignIn
        signedIn={token !== null && read?.reading.ok === true}
        refusal={refused?.refusal ?? null}
        detail={refused?.detail ?? null}
        give={give}
      />
      <div role="status">{waiting && <p>{say("waiting")}</p>}</div>
      {read && read.help.places.length > 0 && (
        <PlaceSelect
          places={read.help.places}
          value={shown.territory}
          choose={(territory) => show({ territory, kind: territory === null ? "sector" : shown.kind, code: null })}
        />
      )}
      {broken && !waiting && (
        <div role="alert">
          <p class="error">{refused ? sayRefusal(`refused.${refused.refusal}`) : say("offer.failed")}</p>
          <button type="button" onClick={again}>
            {say("again")}
          </button>
        </div>
      )}
      {read?.reading.ok && !broken && (
        <Overview reading={read.reading.value} help={read.help} choice={shown} choose={show} />
      )}
    </div>
  );
}
