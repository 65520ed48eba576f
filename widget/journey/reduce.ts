/** The second half of the reducer: answers, the way past the profile, starting again, the contribution. */
import type { Event } from "../state/events.ts";
import type { Content } from "../state/reduce.ts";
import { INITIAL, type State } from "../state/state.ts";
import { answersChanged, reduceContribution } from "./contribution.ts";
import type { View } from "./view.ts";
import { arrive, go, next, previous } from "./way.ts";

export function reduceJourney(view: (state: State) => View, content: Content, state: State, event: Event): State {
  const seen = view(state);
  switch (event.type) {
    case "answer":
      return answersChanged({
        ...state,
        answers: { ...state.answers, [event.question]: event.answer },
        errors: state.errors.filter(({ field }) => field !== event.question),
      });
    case "next":
      return seen.ok ? next(seen.value, state, content.t) : state;
    case "previous":
      return seen.ok ? previous(seen.value, state) : state;
    case "go":
      return go(content, seen.ok ? seen.value : null, state, event.screen);
    case "open": {
      const opened = { ...INITIAL, loading: state.loading, profile: event.profile, answers: event.answers };
      const found = view(opened);
      return found.ok ? arrive(opened, found.value) : state;
    }
    case "reset":
      if (event.step === "confirm") return { ...INITIAL, loading: state.loading };
      return { ...state, confirmingReset: event.step === "ask" };
    case "send":
    case "sending":
    case "sent":
    case "refused":
      return reduceContribution(state, event);
    default:
      return state;
  }
}
