/** The page of the plan: keeps what is open and marked, writes it into the fragment, and does what pure parts cannot. */

import words from "virtual:words/plan";
import { render } from "preact";
import { adopt } from "../../effects/style.ts";
import base from "../../styles/base.css?inline";
import journey from "../../styles/journey.css?inline";
import { type Help, loadHelp, WAITING } from "../../territories/help.ts";
import { type Place, territoryOf } from "../../territories/places.ts";
import { createText, type Text } from "../../text/text.ts";
import { Closed } from "./closed.tsx";
import { localDay } from "./days.ts";
import { copy, download, keyOf } from "./download.ts";
import { draw } from "./draw.ts";
import { readFragment, readMarks, writeFragment } from "./fragment.ts";
import { type Loaded, load } from "./load.ts";
import type { Marks } from "./marks.ts";
import type { Opened } from "./opened.ts";
import { radarOf } from "./overview.tsx";
import { planCsv } from "./plan-csv.ts";
import { PlanScreen } from "./screen.tsx";
import css from "./styles.css?inline";
import type { Notice, View } from "./view.ts";
import { whatIf } from "./what-if.ts";
import { NO_WISH, type Wish } from "./wish.ts";

const host = document.querySelector<HTMLElement>("#plan");
if (!host) throw new Error("The page has no place for the plan.");
const root = host.attachShadow({ mode: "open" });
for (const sheet of [base, journey, css]) adopt(root, sheet);

interface Shown {
  readonly opened: Opened;
  readonly marks: Marks;
  /** As the fragment says it; null = not said. */
  readonly territory: string | null;
  readonly help: Help;
  readonly wish: Wish;
}

/** The fragment that this page wrote last: its own changes are not news. */
let written = "";
/** Counts the openings: one that has been overtaken shows nothing. */
let openings = 0;

async function start(): Promise<void> {
  const opening = ++openings;
  const fragment = readFragment(location.hash);
  if (fragment.code === "") return show(null, "");
  show("waiting", fragment.code);
  const loaded: Loaded = await load(fragment.code);
  if (opening !== openings) return;
  if ("refusal" in loaded) return show(loaded.refusal, fragment.code);
  const { opened } = loaded;
  const marks = readMarks(fragment, actionsOf(opened), localDay(new Date()));
  update({ opened, marks, territory: fragment.territory, help: WAITING, wish: NO_WISH }, null);
  void findHelp((places) => fragment.territory ?? guess(opened, places));
}

/** By the department of the profile, if it was given. */
function guess({ adapted, model }: Opened, places: readonly Place[]): string | null {
  return territoryOf(places, model.questionnaire, adapted.profile.values);
}

/** Counts the searches for help: only the last one is shown. */
let searches = 0;

/** The page is whole without the services; they come in under the actions when they arrive. */
async function findHelp(choose: (places: readonly Place[]) => string | null, notice: Notice | null = null) {
  const search = ++searches;
  const opening = openings;
  const help = await loadHelp(choose);
  if (search === searches && opening === openings) update({ ...latest, help }, notice);
}

function actionsOf({ model }: Opened): readonly string[] {
  return model.questionnaire.actions.map(({ id }) => id);
}

function update(shown: Shown, notice: Notice | null): void {
  const { opened, marks, territory, help, wish } = shown;
  written = writeFragment(opened.code, marks, actionsOf(opened), territory);
  // In place: « Précédent » leaves the page, as expected, and does not undo ticks one by one.
  history.replaceState(null, "", written);
  const { messages, language } = opened.model.questionnaire;
  const t = createText({ ...messages, ...words });
  const opening = openings;
  /** Once something slow is over: on what is shown by then, unless another diagnostic is. */
  const tell = (next: Notice) => opening === openings && update(latest, next);
  latest = shown;
  const view: View = {
    t,
    opened,
    marks,
    simulated: whatIf(opened, marks),
    notice,
    help,
    wish,
    act: {
      change: (next) => update({ ...shown, marks: next }, "simulated"),
      copyText: async (text, done, refused = "not-copied") => tell((await copy(text)) ? done : refused),
      choosePlace: (code) => {
        update({ ...shown, territory: code }, null);
        void findHelp(() => code, "place-chosen");
      },
      retryHelp: () => void findHelp((places) => territory ?? guess(opened, places)),
      wish: (next) => update({ ...shown, wish: next }, null),
      saveCsv: () => {
        download(fileName(opened, "csv"), "text/csv", planCsv(opened, marks, help, t));
        tell("saved");
      },
      saveCalendar: async () => tell((await saveCalendar(opened, marks, t)) ? "saved" : "not-saved"),
      print: () => print(),
    },
  };
  const place = territory ?? help.territory?.code ?? null;
  const sheet = `/crise#${opened.code}${place === null ? "" : `&territory=${place}`}`;
  render(
    <div class="cd" lang={language}>
      <PlanScreen view={view} today={new Date()} sheet={sheet} />
    </div>,
    root,
  );
  draw(root, radarOf(view));
}

/** What is on screen now. */
let latest: Shown;

/** Whether it was saved: the library that writes calendars arrives only now, and may not. */
async function saveCalendar(opened: Opened, marks: Marks, t: Text): Promise<boolean> {
  try {
    const { planCalendar } = await import("./calendar.ts");
    const text = planCalendar(opened, marks, t, await keyOf(opened.code), new Date());
    download(fileName(opened, "ics"), "text/calendar", text);
    return true;
  } catch {
    return false;
  }
}

function fileName({ model }: Opened, extension: string): string {
  return `plan-${model.questionnaire.id}.${extension}`;
}

function show(refusal: Parameters<typeof Closed>[0]["refusal"], code: string): void {
  const open = (typed: string) => {
    const hash = `#${typed.replace(/^.*#/, "")}`;
    // The same code again is no change of the address: it is still another try.
    if (location.hash === hash) void start();
    else location.hash = hash;
  };
  render(
    <div class="cd">
      <Closed t={createText(words)} refusal={refusal} code={code} open={open} />
    </div>,
    root,
  );
}

addEventListener("hashchange", () => {
  if (location.hash !== written) void start();
});
void start();
