/**
 * Sends a contribution until the server answers: same key each time, so that it is counted once. Waits longer after
 * each failure, with some chance in it so that many pages do not come back together. Time and chance are arguments.
 */
import type { ContributionEvent } from "../state/events.ts";

export interface World {
  readonly fetch: typeof fetch;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly random: () => number;
  /** How often it is sent, at most. */
  readonly attempts: number;
}

/** What the server says of a refusal (RFC 9457). */
interface Problem {
  readonly detail?: unknown;
  readonly errors?: readonly { readonly detail?: unknown }[];
}

type News = Extract<ContributionEvent, { type: "sending" | "refused" }> | { readonly type: "accepted" };

/** First wait, in milliseconds; doubled each time: about 1, 2, 4 and 8 seconds. */
const FIRST_WAIT = 1000;

export async function contribute(
  world: World,
  url: string,
  key: string,
  body: unknown,
  say: (news: News) => void,
): Promise<void> {
  for (let attempt = 1, asked = 0; attempt <= world.attempts; attempt++) {
    if (attempt > 1) {
      say({ type: "sending", key, attempt });
      await world.wait(asked + FIRST_WAIT * 2 ** (attempt - 2) * (0.5 + world.random()));
    }
    const answer = await send(world, url, key, body);
    if (answer === "accepted") return say({ type: "accepted" });
    if (typeof answer === "object") return say({ type: "refused", key, reason: answer.reason });
    asked = answer;
  }
  say({ type: "refused", key, reason: null });
}

/** The longest wait that a server may ask for, in seconds: that of its rate limit. */
const LONGEST_ASKED = 60;

/**
 * 2xx is a success; 408, 429 and 5xx may pass, after the milliseconds that the server asks for; another 4xx will not
 * change by itself and says why.
 */
async function send(
  { fetch }: World,
  url: string,
  key: string,
  body: unknown,
): Promise<"accepted" | number | { readonly reason: string | null }> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": key },
      body: JSON.stringify(body),
      credentials: "omit",
    });
    if (response.ok) return "accepted";
    if (response.status >= 500 || response.status === 408 || response.status === 429) {
      return Math.min(LONGEST_ASKED, Number(response.headers.get("retry-after")) || 0) * 1000;
    }
    return { reason: await reasonOf(response) };
  } catch {
    return 0;
  }
}

async function reasonOf(response: Response): Promise<string | null> {
  try {
    const problem = (await response.json()) as Problem; // checked below, field by field
    const said = problem.errors?.[0]?.detail ?? problem.detail;
    return typeof said === "string" ? said : null;
  } catch {
    return null;
  }
}
