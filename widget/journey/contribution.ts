/**
 * The sending of a contribution, as state. One key per diagnostic: every retry carries it, so that the server counts
 * once. A new key is taken only when something changed after a success.
 */
import type { ContributionEvent } from "../state/events.ts";
import { type Contribution, NO_CONTRIBUTION, type State } from "../state/state.ts";

export function reduceContribution(state: State, event: ContributionEvent): State {
  const { contribution } = state;
  if (event.type === "send") {
    if (contribution.status === "sending" || contribution.status === "sent") return state;
    return withContribution(state, { status: "sending", attempt: 1, key: contribution.key ?? event.key, reason: null });
  }
  if (event.key !== contribution.key) return state; // news of a diagnostic that was started again
  if (event.type === "sending") return withContribution(state, { ...contribution, attempt: event.attempt });
  if (event.type === "refused") {
    return withContribution(state, { ...contribution, status: "failed", reason: event.reason });
  }
  const same = event.profile === state.profile && event.answers === state.answers;
  return withContribution(state, same ? { ...contribution, status: "sent" } : NO_CONTRIBUTION);
}

/** After a change, what was sent is no longer this diagnostic; what failed may be tried again with its key. */
export function answersChanged(state: State): State {
  const { contribution } = state;
  if (contribution.status === "sent") return withContribution(state, NO_CONTRIBUTION);
  if (contribution.status === "failed") return withContribution(state, { ...contribution, status: "idle" });
  return state;
}

function withContribution(state: State, contribution: Contribution): State {
  return { ...state, contribution };
}
