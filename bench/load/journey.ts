/** Plays one journey over HTTP, as the widget does, and remembers how long each answer took. */
import { type Agent, request } from "node:http";
import type { Journey } from "./plan.ts";

export interface Heard {
  /** Milliseconds to each answer, by what was asked. */
  readonly times: Readonly<Record<"page" | "questionnaire" | "submission", number[]>>;
  /** Every status that a submission was answered, by key. */
  readonly statuses: Map<string, number[]>;
}

interface Place {
  readonly origin: string;
  readonly agent: Agent;
  readonly questionnaire: string;
  /** The diagnostic in which every answer has this level. */
  readonly bodies: ReadonlyMap<number, string>;
}

const PAGES = ["/", "/widget/v1/diag-cyber-esms.js"] as const;

/** A page may send again for 48 hours; here, this often (worker/store/SCHEMA.md). */
const ATTEMPTS = 5;

/** Resolves when the journey is over; rejects only when the server cannot be reached at all. */
export async function play({ end, level, key }: Journey, place: Place, heard: Heard): Promise<void> {
  const timed = async (kind: keyof Heard["times"], work: () => Promise<number>) => {
    const started = performance.now();
    const status = await work();
    heard.times[kind].push(performance.now() - started);
    return status;
  };
  for (const path of PAGES) await timed("page", () => ask(place, "GET", path));
  await timed("questionnaire", () => ask(place, "GET", place.questionnaire));
  if (end === "abandoned") return;

  const body = place.bodies.get(level) ?? "";
  const submit = async () => {
    const status = await timed("submission", () => ask(place, "POST", "/api/v1/contributions", body, key));
    heard.statuses.set(key, [...(heard.statuses.get(key) ?? []), status]);
    return status;
  };
  if (end === "cut") await ask(place, "POST", "/api/v1/contributions", body, key, true).catch(() => {});
  if (end === "doubled") await Promise.all([submit(), submit(), submit()]);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) if ((await submit()) < 300) break;
  if (end === "replayed") await submit();
}

/** The status of the answer, once its body is read. `cut` = the sender leaves as soon as everything is sent. */
function ask({ origin, agent }: Place, method: string, path: string, body?: string, key?: string, cut = false) {
  return new Promise<number>((done, failed) => {
    const sent = { "content-type": "application/json", "idempotency-key": key ?? "", "accept-encoding": "gzip" };
    const headers = body === undefined ? { "accept-encoding": "gzip" } : sent;
    const asked = request(`${origin}${path}`, { method, agent, headers }, (answer) => {
      answer.resume();
      answer.on("end", () => done(answer.statusCode ?? 0));
      answer.on("error", failed);
    });
    asked.on("error", failed);
    asked.end(body, () => cut && asked.destroy());
  });
}
