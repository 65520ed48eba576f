/** The contribution on its way: what is sent, with which key, and the news that come back into the state. */
import { serverUrl } from "../effects/server-url.ts";
import type { Host } from "../journey/host.ts";
import { contributionBody } from "./body.ts";
import { contribute } from "./contribute.ts";
import { solve } from "./solve.ts";

interface Prepared {
  readonly key: string;
  /** Null where none is asked, or none can be made: the sending says which. */
  readonly proof: Promise<string | null>;
}

/** What is ready for the next sending of each element. */
const ready = new WeakMap<Element, Prepared>();

/** What the journey decides for every sending. */
export interface Means {
  readonly newKey: () => string;
  /** How often a contribution is sent, at most. */
  readonly attempts: number;
}

/** While the screen of the contribution is read: the key of the sending, and the work that the server asks for it. */
export function prepare({ element, state }: Host, { newKey }: Means): Prepared {
  return prepareWith(element, state().contribution.key ?? newKey());
}

function prepareWith(element: Element, key: string): Prepared {
  const prepared = { key, proof: prove(key) };
  ready.set(element, prepared);
  return prepared;
}

async function prove(key: string): Promise<string | null> {
  try {
    const { challenge } = await (await patientFetch(serverUrl(import.meta.url, "/api/v1/challenges"))).json();
    return challenge && (await solve(challenge, key));
  } catch {
    return null; // no network, or no `crypto.subtle`
  }
}

export async function send(host: Host, { newKey, attempts }: Means): Promise<void> {
  const { element, state, read, dispatch } = host;
  const seen = read();
  if (!seen || state().contribution.status === "sending") return;
  dispatch({ type: "send", key: ready.get(element)?.key ?? newKey() });
  const { profile, answers, contribution } = state();
  const { key, status } = contribution;
  if (status !== "sending" || key === null) return;
  const channel = element.hasAttribute("history") ? "page" : element.hasAttribute("framed") ? "iframe" : "widget";
  const given = (name: string) => element.getAttribute(name) ?? undefined;
  const body = contributionBody(seen, { territory: given("territory"), channel, campaign: given("campaign") });
  const world = {
    /** A refusal may come from work that is missing or too old: it is done again, once. */
    fetch: async (url: RequestInfo | URL, init?: RequestInit) => {
      for (let prepared = ready.get(element), again = false; ; again = true) {
        if (prepared?.key !== key || again) prepared = prepareWith(element, key);
        const proof = await prepared.proof;
        const headers = { ...init?.headers, ...(proof && { "contribution-proof": proof }) };
        const response = await patientFetch(url, { ...init, headers });
        if (response.status !== 403 || again) return response;
      }
    },
    wait: (time: number) => new Promise<void>((resolve) => setTimeout(resolve, time)),
    random: Math.random,
    attempts,
  };
  const url = serverUrl(import.meta.url, "/api/v1/contributions");
  await contribute(world, url, key, body, (news) => {
    if (news.type === "accepted") ready.delete(element); // another diagnostic takes another key
    dispatch(news.type === "accepted" ? { type: "sent", key, profile, answers } : news);
  });
}

/** Milliseconds after which a sending without an answer is given up, and tried again with the same key. */
const PATIENCE = 15_000;

function patientFetch(url: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const stop = new AbortController();
  setTimeout(() => stop.abort(), PATIENCE);
  return fetch(url, { ...init, signal: stop.signal });
}
