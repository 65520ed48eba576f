/** Invented contributions, kept as a submission would. */
import { env } from "cloudflare:workers";
import type { Kept } from "../../../worker/statistics/recalculate.ts";
import { asRows, INSERT_INVENTED } from "../../support/invented.ts";

export { chance, invent, people } from "../../support/invented.ts";

/** Keeps them, in pieces that D1 accepts. */
export async function keep(contributions: readonly Kept[]): Promise<void> {
  for (let start = 0; start < contributions.length; start += 1000) {
    await env.DB.prepare(INSERT_INVENTED)
      .bind(asRows(contributions.slice(start, start + 1000)))
      .run();
  }
}
