/** Published statistics for tests and pictures: invented contributions, folded and released by the product's own code. */
import { releaseAndSay } from "../../scripts/release.ts";
import type { Server } from "../../scripts/serve.ts";
import { asRows, INSERT_INVENTED, people } from "./invented.ts";

/** As many as one statement of D1 takes. */
const PIECE = 1000;

/** Puts so many contributions before each release into the server's database; releases are a month apart, from September 2026. */
export async function publish({ miniflare }: Server, waves: readonly number[]): Promise<void> {
  const opened = { database: await miniflare.getD1Database("DB"), variables: {}, close: async () => {} };
  for (const [index, count] of waves.entries()) {
    const all = people(count, index + 1);
    for (let start = 0; start < all.length; start += PIECE) {
      const rows = asRows(all.slice(start, start + PIECE));
      await opened.database.prepare(INSERT_INVENTED).bind(rows).run();
    }
    const built = await releaseAndSay(opened, new Date(Date.UTC(2026, 8 + index, 1)));
    if (!built.some((line) => line.includes("is built"))) throw new Error(built.join("\n"));
  }
}
