/** On which database an operator's command works: that of `npm start`, that of a data folder, that of Cloudflare. Pure. */
import { type Outcome, refuse } from "./refusal.ts";

/** `local`: this machine's, as `npm start` keeps it. `folder`: a self-hosted server's. `remote`: the deployed D1. */
export type Where =
  | { readonly kind: "local" }
  | { readonly kind: "folder"; readonly folder: string }
  | { readonly kind: "remote" };

/** The options that every such command takes, as `parseArgs` of Node wants them. */
export const WHERE = { data: { type: "string" }, remote: { type: "boolean" } } as const;

/** What the options say; a refusal when they say two things. */
export function whereFrom({ data, remote }: { readonly data?: string; readonly remote?: boolean }): Outcome<Where> {
  if (data !== undefined && remote) return refuse("both");
  if (data !== undefined)
    return data === "" ? refuse("no-folder") : { ok: true, value: { kind: "folder", folder: data } };
  return { ok: true, value: { kind: remote ? "remote" : "local" } };
}

/** What `parseArgs` refused: it says it in English, between quotes, and a value as `--data <value>`. */
export function faultyOption(error: unknown): string {
  return /'([^' ]+)/.exec(error instanceof Error ? error.message : "")?.[1] ?? "";
}
