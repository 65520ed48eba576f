/** Everything the widget remembers, in memory only: nothing is written to the device (widget.md §1.7). */

export type Answer = number | "nsp" | "na";
/** As typed or chosen: an integer stays the text of its field until it is used. */
export type ProfileValue = string | readonly string[];
export type Profile = Readonly<Record<string, ProfileValue>>;
export type Answers = Readonly<Record<string, Answer>>;

/** `page` counts the profile screens and the steps of questions; 0 elsewhere. */
export interface Screen {
  readonly name: "start" | "profile" | "overview" | "step" | "flash" | "result" | "contribution" | "share";
  readonly page: number;
}

/** One thing to correct: the field that carries the message, and the control that the summary links to. */
export interface FieldError {
  readonly field: string;
  readonly target: string;
  readonly text: string;
}

/** `attempt` counts the sendings of one try; `reason` is the sentence of a refusal, or null when nothing answered. */
export interface Contribution {
  readonly status: "idle" | "sending" | "sent" | "failed";
  readonly attempt: number;
  readonly key: string | null;
  readonly reason: string | null;
}

export interface State {
  readonly screen: Screen;
  /** Where « Précédent » leads from the room of codes, which opens from several screens. */
  readonly origin: Screen;
  readonly profile: Profile;
  readonly answers: Answers;
  readonly errors: readonly FieldError[];
  /** Counts the refused « Continuer », so that each one moves the focus to the summary again. */
  readonly refusals: number;
  /** Whether the questions, the engine and their screens have arrived. */
  readonly loading: "pending" | "failed" | "ready";
  /** Whether the result has been reached once: from then on, a corrected step leads back to it. */
  readonly finished: boolean;
  readonly confirmingReset: boolean;
  readonly contribution: Contribution;
}

export const NO_CONTRIBUTION: Contribution = { status: "idle", attempt: 0, key: null, reason: null };

export const INITIAL: State = {
  screen: { name: "start", page: 0 },
  origin: { name: "start", page: 0 },
  profile: {},
  answers: {},
  errors: [],
  refusals: 0,
  loading: "pending",
  finished: false,
  confirmingReset: false,
  contribution: NO_CONTRIBUTION,
};

/** Two screens with the same key are the same place: no focus moves, no history entry. */
export function screenKey({ name, page }: Screen): string {
  return `${name}-${page}`;
}
