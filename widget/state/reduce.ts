/**
 * The reducer: (state, event) → state, pure. It knows the start and profile screens; what comes after them belongs to
 * the journey, which arrives later.
 */
import type { Text } from "../text/text.ts";
import type { Event } from "./events.ts";
import { type Check, profileErrors, shownValue, toggled } from "./profile.ts";
import type { Start } from "./start.ts";
import type { FieldError, ProfileValue, Screen, State } from "./state.ts";

/** What only the later chunk knows: everything past the profile. */
export interface Journey {
  readonly reduce: (content: Content, state: State, event: Event) => State;
  /** A change of profile or answers, seen by what was already sent. */
  readonly changed: (state: State) => State;
  readonly check: Check;
}

export interface Content {
  readonly start: Start;
  readonly t: Text;
  readonly journey: Journey | null;
}

export function reduce(content: Content, state: State, event: Event): State {
  const { start, t, journey } = content;
  const { name, page } = state.screen;
  if (event.type === "load") return { ...state, loading: event.status };
  if (event.type === "choose") return choose(content, state, event.variable, event.value);
  if (event.type === "toggle") return toggle(content, state, event.variable, event.value);
  if (event.type === "go" && event.screen.name === "share") {
    return { ...show(state, "share"), origin: name === "share" ? state.origin : state.screen };
  }
  if (event.type === "previous" && name === "share") return show(state, state.origin.name, state.origin.page);
  if (event.type === "next" && name === "start") return show(state, "profile");
  if (event.type === "next" && name === "profile") {
    const errors = profileErrors(start, state.profile, page, t, journey?.check);
    if (errors.length > 0) return refuse(state, errors);
    return page + 1 < start.groups.length ? show(state, "profile", page + 1) : show(state, "overview");
  }
  if (event.type === "previous" && name === "profile") {
    return page > 0 ? show(state, "profile", page - 1) : show(state, "start");
  }
  if (event.type === "previous" && name === "overview") return show(state, "profile", start.groups.length - 1);
  return journey ? journey.reduce(content, state, event) : state;
}

/** Another screen: what was wrong on the one before is forgotten, what was typed is not. */
export function show(state: State, name: Screen["name"], page = 0): State {
  return { ...state, screen: { name, page }, errors: [], confirmingReset: false };
}

/** The same screen, with what keeps it from being left. */
export function refuse(state: State, errors: readonly FieldError[]): State {
  return { ...state, errors, refusals: state.refusals + 1 };
}

function choose({ start, t, journey }: Content, state: State, variable: string, value: ProfileValue): State {
  const profile = { ...state.profile, [variable]: value };
  // What has just been mended is no longer called an error; nothing new is, before « Continuer ».
  const wrong = profileErrors(start, profile, state.screen.page, t).map(({ field }) => field);
  const changed = { ...state, profile, errors: state.errors.filter(({ field }) => wrong.includes(field)) };
  return journey ? journey.changed(changed) : changed;
}

function toggle(content: Content, state: State, id: string, value: string): State {
  const variable = content.start.profile.find((candidate) => candidate.id === id);
  if (!variable) return state;
  const chosen = shownValue(content.start, state.profile, variable);
  return choose(content, state, id, toggled(variable, typeof chosen === "string" ? [] : chosen, value));
}
