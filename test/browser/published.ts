/** A product of its own, with published statistics, for the tests of the pages that read them. */
import { afterAll, beforeAll } from "vitest";
import { type Server, serve } from "../../scripts/serve.ts";
import { publish } from "../support/publish.ts";

/** One release after each wave of so many contributions; `variables` replace those of wrangler.toml. */
export function usePublished(waves: readonly number[], variables: Readonly<Record<string, string>> = {}): () => string {
  let server: Server;
  beforeAll(async () => {
    server = await serve({ port: 0, persist: null, variables });
    await publish(server, waves);
  });
  afterAll(() => server?.stop());
  return () => server.origin;
}
