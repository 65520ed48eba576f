/** The page of the crisis sheet: the diagnostic and the territory of its fragment, the choice of a region, printing. */

import lines from "virtual:lines/crise";
import words from "virtual:words/crise";
import { render } from "preact";
import { type Place, territoryOf } from "../../territories/places.ts";
import { createText } from "../../text/text.ts";
import { localDay, sayDay } from "../plan/days.ts";
import { readFragment } from "../plan/fragment.ts";
import { load } from "../plan/load.ts";
import type { Opened } from "../plan/opened.ts";
import { Paper } from "./paper.tsx";
import { sheetOf } from "./sheet.ts";
import { type LocalContacts, listPlaces, localContacts } from "./territory.ts";

const t = createText(words);
const place = document.querySelector<HTMLElement>("#crise");
if (!place) throw new Error("The page has no place for the sheet.");
place.replaceChildren();

interface Shown {
  /** Null for the sheet that suits everybody; `unread` when a code was given that opens nothing. */
  readonly opened: Opened | null | "unread";
  readonly places: readonly Place[];
  readonly territory: string | null;
  readonly local: LocalContacts;
  /** Whether a region has just been chosen: said in the status region. */
  readonly changed: boolean;
}

let openings = 0;

async function start(): Promise<void> {
  const opening = ++openings;
  const fragment = readFragment(location.hash);
  const [loaded, places] = await Promise.all([fragment.code === "" ? null : load(fragment.code), listPlaces()]);
  const opened = loaded === null ? null : "opened" in loaded ? loaded.opened : "unread";
  const territory = fragment.territory ?? (opened && opened !== "unread" ? guess(opened, places) : null);
  const local = await localContacts(territory);
  if (opening === openings) show({ opened, places, territory, local, changed: false });
}

/** By the department of the profile, if it was given. */
function guess({ adapted, model }: Opened, places: readonly Place[]): string | null {
  return territoryOf(places, model.questionnaire, adapted.profile.values);
}

async function choose(shown: Shown, code: string): Promise<void> {
  const opening = ++openings;
  const territory = code === "" ? null : code;
  const local = await localContacts(territory);
  if (opening !== openings) return;
  const { code: diagnostic, values } = readFragment(location.hash);
  if (territory === null) values.delete("territory");
  else values.set("territory", territory);
  history.replaceState(null, "", `#${[diagnostic, values.toString()].join("&")}`);
  show({ ...shown, territory, local, changed: true });
}

function show(shown: Shown): void {
  const { opened, places, territory, local, changed } = shown;
  const known = opened !== null && opened !== "unread" ? opened : null;
  const sheet = sheetOf(lines, known?.adapted.profile.facts ?? new Map(), local);
  const about = known ? "filled" : opened === null ? "general" : "unread";
  const language = document.documentElement.lang;
  render(
    <>
      <div class="around">
        <h1>{t("page.heading")}</h1>
        <p>
          {t("sheet.lead")} {t(`sheet.${about}`)}
        </p>
        {places.length > 0 && (
          <p>
            <label for="territory">{t("sheet.territory")}</label>
            <select
              id="territory"
              value={territory ?? ""}
              onChange={(event) => choose(shown, event.currentTarget.value)}
            >
              <option value="">{t("sheet.territory.none")}</option>
              {places.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          </p>
        )}
        <p class="buttons">
          <button type="button" onClick={() => print()}>
            {t("sheet.print")}
          </button>
          {known && <a href={`/plan${location.hash}`}>{t("sheet.plan")}</a>}
        </p>
        <p class="unseen" role="status">
          {changed && t("sheet.updated")}
        </p>
      </div>
      <Paper t={t} sheet={sheet} today={sayDay(localDay(new Date()), language)} />
    </>,
    place as HTMLElement, // it was found above
  );
}

addEventListener("hashchange", () => void start());
render(<p role="status">{t("sheet.waiting")}</p>, place);
void start();
