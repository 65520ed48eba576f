/** The contribution on its way: what is sent, with which key, and the news that come back into the state. */
import { contribute, newKey } from "../effects/contribute.ts";
import { serverUrl } from "../effects/server-url.ts";
import type { CardReason } from "../host/card-reason.ts";
import type { Dispatch } from "../state/events.ts";
import type { State } from "../state/state.ts";
import { contributionBody } from "./body.ts";
import type { Diagnostic } from "./view.ts";

/** What the element tells: its state, its attributes, and how to change the former. */
export interface Host {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  readonly state: () => State;
  readonly read: () => Diagnostic | null;
  readonly dispatch: Dispatch;
  /** Gives the place of the diagnostic to a card with a link. */
  readonly refuse: (reason: CardReason) => void;
}

export async function send({ element, state, read, dispatch }: Host): Promise<void> {
  const seen = read();
  if (!seen || state().contribution.status === "sending") return;
  dispatch({ type: "send", key: newKey() });
  const { profile, answers, contribution } = state();
  const { key, status } = contribution;
  if (status !== "sending" || key === null) return;
  const channel = element.hasAttribute("history") ? "page" : element.hasAttribute("framed") ? "iframe" : "widget";
  const body = contributionBody(seen, { territory: element.getAttribute("territory"), channel });
  const world = {
    fetch: patientFetch,
    wait: (time: number) => new Promise<void>((resolve) => setTimeout(resolve, time)),
    random: Math.random,
  };
  const url = serverUrl(import.meta.url, "/api/v1/contributions");
  await contribute(world, url, key, body, (news) =>
    dispatch(news.type === "accepted" ? { type: "sent", key, profile, answers } : news),
  );
}

/** Milliseconds after which a sending without an answer is given up, and tried again with the same key. */
const PATIENCE = 15_000;

function patientFetch(url: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const stop = new AbortController();
  setTimeout(() => stop.abort(), PATIENCE);
  return fetch(url, { ...init, signal: stop.signal });
}
