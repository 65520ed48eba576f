/** The whole widget for a state: one screen, and the region where what happens in the background is said. */
import type { Actions } from "./journey/context.ts";
import type { LoadedJourney } from "./journey/journey.tsx";
import type { Ui } from "./parts/ui.ts";
import { ProfileScreen } from "./screens/profile.tsx";
import { StartScreen } from "./screens/start.tsx";
import { WaitingScreen } from "./screens/waiting.tsx";
import { type Start, variablesOf } from "./state/start.ts";
import { type State, screenKey } from "./state/state.ts";

export interface AppProps {
  readonly ui: Ui;
  readonly start: Start;
  readonly state: State;
  readonly journey: LoadedJourney | null;
  readonly act: Actions & { readonly load: () => void };
}

export function App(props: AppProps) {
  return (
    <div class="cd" lang={props.start.language} dir="auto" part="root">
      <div key={screenKey(props.state.screen)}>{screen(props)}</div>
      <p class="unseen" role="status">
        {status(props)}
      </p>
    </div>
  );
}

function screen({ ui, start, state, journey, act }: AppProps) {
  const { name } = state.screen;
  if (name === "start") return <StartScreen ui={ui} offer={journey?.offer(ui)} />;
  if (isWaiting(start, state, journey)) return <WaitingScreen ui={ui} status={state.loading} retry={act.load} />;
  if (name === "profile") {
    return <ProfileScreen ui={ui} start={start} state={state} TextField={journey?.TextField} />;
  }
  return journey?.render(ui, state, act);
}

/** The variables of the last profile screens come with the questionnaire, and so does all that follows. */
function isWaiting(start: Start, { screen: { name, page } }: State, journey: LoadedJourney | null): boolean {
  return !journey && name !== "start" && (name !== "profile" || variablesOf(start, page).length === 0);
}

function status({ ui, start, state, journey }: AppProps): string {
  if (isWaiting(start, state, journey)) return ui.t(`waiting.${state.loading}`);
  return journey ? journey.status(ui, state) : "";
}
