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
  const { ui, state, journey } = props;
  return (
    <div class="cd" lang={props.start.language} part="root">
      <div key={screenKey(state.screen)}>{screen(props)}</div>
      <p class="unseen" role="status">
        {status(ui, state, journey)}
      </p>
    </div>
  );
}

function screen({ ui, start, state, journey, act }: AppProps) {
  const { name, page } = state.screen;
  if (name === "start") return <StartScreen ui={ui} />;
  // The variables of the last profile screens come with the questionnaire.
  if (name === "profile" && (journey || variablesOf(start, page).length > 0)) {
    return <ProfileScreen ui={ui} start={start} state={state} TextField={journey?.TextField} />;
  }
  if (journey) return journey.render(ui, state, act);
  return <WaitingScreen ui={ui} status={state.loading} retry={act.load} />;
}

function status(ui: Ui, state: State, journey: LoadedJourney | null): string {
  if (state.screen.name === "start" || state.screen.name === "profile") return "";
  if (journey) return journey.status(ui, state);
  return ui.t(`waiting.${state.loading}`);
}
