/** Everything that can happen. Components send these; only the reducer decides what they change. */
import type { Answer, Answers, Profile, Screen } from "./state.ts";

export type Event =
  | { readonly type: "next" | "previous" }
  | { readonly type: "go"; readonly screen: Screen }
  | { readonly type: "choose"; readonly variable: string; readonly value: string }
  | { readonly type: "toggle"; readonly variable: string; readonly value: string }
  | { readonly type: "answer"; readonly question: string; readonly answer: Answer }
  /** A whole diagnostic, from a code: it takes the place of what was here. */
  | { readonly type: "open"; readonly profile: Profile; readonly answers: Answers }
  | { readonly type: "load"; readonly status: "pending" | "failed" | "ready" }
  | { readonly type: "reset"; readonly step: "ask" | "cancel" | "confirm" }
  | ContributionEvent;

/** `send` brings a fresh key, used only if this diagnostic has none yet. */
export type ContributionEvent =
  | { readonly type: "send"; readonly key: string }
  | { readonly type: "sending"; readonly key: string; readonly attempt: number }
  | { readonly type: "sent"; readonly key: string; readonly profile: Profile; readonly answers: Answers }
  | { readonly type: "refused"; readonly key: string; readonly reason: string | null };

export type Dispatch = (event: Event) => void;
