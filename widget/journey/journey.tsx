/** The second file: engine, way, screens of the questions and of the result. Built once the questionnaire has arrived. */
import type { VNode } from "preact";
import { indexQuestionnaire } from "../../questionnaires/engine/engine.ts";
import type { Questionnaire } from "../../questionnaires/schema/compiled.ts";
import { TextField } from "../parts/text-field.tsx";
import type { Ui } from "../parts/ui.ts";
import { ContributionScreen, sentence } from "../screens/contribution.tsx";
import { FlashScreen } from "../screens/flash.tsx";
import { OverviewScreen } from "../screens/overview.tsx";
import { ProblemScreen } from "../screens/problem.tsx";
import { ResultScreen } from "../screens/result.tsx";
import { StepScreen } from "../screens/step.tsx";
import type { Journey } from "../state/reduce.ts";
import type { State } from "../state/state.ts";
import css from "../styles/journey.css?inline";
import type { Actions, Context } from "./context.ts";
import { answersChanged } from "./contribution.ts";
import { checkInteger } from "./raw-profile.ts";
import { reduceJourney } from "./reduce.ts";
import { Room, room } from "./room.tsx";
import { createView, type Diagnostic } from "./view.ts";

export { complete } from "../state/remainder.ts";
export { startOf } from "../state/start.ts";
export { attach } from "./attach.ts";
export { send } from "./send.ts";
export { css };

export interface LoadedJourney extends Journey {
  readonly TextField: typeof TextField;
  readonly read: (state: State) => Diagnostic | null;
  readonly render: (ui: Ui, state: State, act: Actions) => VNode | null;
  readonly status: (ui: Ui, state: State) => string;
  /** What this device has kept, on the start screen. */
  readonly offer: (ui: Ui) => VNode | undefined;
}

export function createJourney(questionnaire: Questionnaire): LoadedJourney {
  const model = indexQuestionnaire(questionnaire);
  const view = createView(model);
  return {
    reduce: (content, state, event) => reduceJourney(view, content, state, event),
    changed: answersChanged,
    check: checkInteger,
    TextField,
    read: (state) => {
      const seen = view(state);
      return seen.ok ? seen.value : null;
    },
    render: (ui, state, act) => {
      const seen = view(state);
      if (state.screen.name === "share") return <Room ui={ui} state={state} model={model} seen={seen} />;
      if (!seen.ok) return <ProblemScreen ui={ui} issues={seen.issues} />;
      return <Screen ui={ui} state={state} model={model} seen={seen.value} act={act} today={new Date()} />;
    },
    // Once a sending has begun, how it goes is said wherever one is.
    status: (ui, state) =>
      state.screen.name === "contribution" || state.contribution.status !== "idle" ? sentence({ ui, state }) : "",
    offer: (ui) => room()?.offer(ui, model),
  };
}

function Screen(context: Context) {
  const { name, page } = context.state.screen;
  if (name === "overview") return <OverviewScreen {...context} />;
  if (name === "flash") return <FlashScreen {...context} />;
  if (name === "contribution") return <ContributionScreen {...context} />;
  const step = context.seen.steps[page];
  return name === "step" && step ? <StepScreen {...context} step={step} /> : <ResultScreen {...context} />;
}
