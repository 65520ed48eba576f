/** The generator: choices on one side, what they give on the other, then the texts to copy. Nothing leaves this page. */
import words from "virtual:words/integrer";
import { render } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { hexadecimal } from "../../host/contrast.ts";
import css from "../../styles/base.css?inline";
import { fetchTerritory } from "../../territories/client.ts";
import { createText } from "../../text/text.ts";
import { Copy } from "./copy.tsx";
import { Colour, Radios, TerritoryList } from "./fields.tsx";
import { COLOURS, framePath, INITIAL, LEVELS, MODES, type Settings, THEMES, TOOLS, UPDATES } from "./settings.ts";
import { type Release, snippetsOf } from "./snippets.ts";
import { type Colours, coloursOf, propose } from "./theme.ts";
import { ownColours, verdictsOn } from "./verdict.ts";

interface Territory {
  readonly code: string;
  readonly name: string;
}

const t = createText(words);
const OWN = ownColours(css);

function Generator() {
  const [settings, change] = useState<Settings>(INITIAL);
  const [territories, setTerritories] = useState<readonly Territory[]>([]);
  const [release, setRelease] = useState<Release | null | undefined>(undefined);
  const set = (changes: Partial<Settings>) => change((before) => ({ ...before, ...changes }));
  useEffect(() => {
    fetchJson<{ territories: readonly Territory[] }>("/api/v1/territories").then((list) => {
      if (list) setTerritories(list.territories);
    });
    fetchJson<Release>("/widget/v1/integrity.json").then(setRelease);
  }, []);
  /** The colours that the chosen territory proposed last. */
  const proposed = useRef<Colours>({});
  const chooseTerritory = async (territory: string) => {
    set({ territory });
    wanted.current = territory;
    const found = territory === "" ? null : await fetchTerritory(territory);
    if (wanted.current !== territory) return; // another one has been chosen meanwhile
    const before = proposed.current;
    const now = coloursOf(found?.theme ?? null);
    proposed.current = now;
    change((settings) => ({ ...settings, colours: propose(settings.colours, before, now) }));
  };
  const wanted = useRef("");
  const shown = OWN[settings.theme === "dark" ? "dark" : "light"];
  return (
    <>
      <form onSubmit={(event) => event.preventDefault()}>
        <h2>{t("choices.title")}</h2>
        <TerritoryList territories={territories} value={settings.territory} choose={chooseTerritory} />
        <Radios name="mode" options={MODES} value={settings.mode} choose={(mode) => set({ mode })} />
        {settings.mode !== "iframe" && (
          <>
            <Radios name="tool" options={TOOLS} value={settings.tool} choose={(tool) => set({ tool })} />
            <Radios name="updates" options={UPDATES} value={settings.updates} choose={(updates) => set({ updates })} />
          </>
        )}
        <Radios name="level" options={LEVELS} value={settings.level} choose={(level) => set({ level })} />
        <Radios name="theme" options={THEMES} value={settings.theme} choose={(theme) => set({ theme })} />
        <fieldset>
          <legend>{t("colours.label")}</legend>
          <p class="help">{t("colours.help")}</p>
          {COLOURS.map((name) => (
            <Colour
              key={name}
              name={name}
              typed={settings.colours[name] ?? ""}
              own={hexadecimal(shown[name] ?? [0, 0, 0])}
              verdicts={verdictsOn(name, settings, OWN)}
              type={(text) => set({ colours: { ...settings.colours, [name]: text } })}
            />
          ))}
        </fieldset>
      </form>
      <section class="preview" aria-labelledby="preview">
        <h2 id="preview">{t("preview.title")}</h2>
        <p>{t("preview.text")}</p>
        <iframe src={framePath(settings)} title={t("preview.frame")} />
      </section>
      <section aria-labelledby="copy">
        <h2 id="copy">{t("copy.title")}</h2>
        <p>{t("copy.text")}</p>
        {release === null && <p role="alert">{t("copy.missing")}</p>}
        {release &&
          snippetsOf(settings, location.origin, release, t).map((snippet) => <Copy key={snippet.name} {...snippet} />)}
      </section>
    </>
  );
}

/** Null when it did not come: the page goes on without it. */
async function fetchJson<T>(path: string): Promise<T | null> {
  try {
    const answer = await fetch(path);
    return answer.ok ? ((await answer.json()) as T) : null; // our own server's, whose contract its tests hold
  } catch {
    return null;
  }
}

const place = document.querySelector("#generator");
if (place) render(<Generator />, place);
