/** What the person who hosts decides, read from the environment once; a wrong setting is told in one sentence. */
import { resolve } from "node:path";

export interface Settings {
  /** Address to listen on: the loopback, since a reverse proxy stands in front. */
  readonly host: string;
  /** 0 = any free port. */
  readonly port: number;
  /** The folder that holds the database; nothing else is ever written. */
  readonly dataDir: string;
  /** Where browsers find the service, behind the proxy: `https://diag.example.fr`; null = where it listens. */
  readonly publicOrigin: string | null;
}

export type Read = { readonly ok: true; readonly value: Settings } | { readonly ok: false; readonly sentence: string };

const DEFAULT_PORT = "8787";

/** The settings, or what is wrong with the first that is. An empty value counts as absent. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Read {
  const port = Number(environment.PORT || DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    return wrong(`PORT must be a whole number from 0 to 65535 (it is "${environment.PORT}").`);
  }
  const publicOrigin = environment.PUBLIC_ORIGIN || null;
  if (publicOrigin !== null && !isOrigin(publicOrigin)) {
    return wrong(`PUBLIC_ORIGIN must be like https://diag.example.fr, without a path (it is "${publicOrigin}").`);
  }
  const host = environment.HOST || "127.0.0.1";
  return { ok: true, value: { host, port, dataDir: dataDirectory(environment), publicOrigin } };
}

/** The folder of the database: DATA_DIR, or `data` where the command is run. */
export function dataDirectory(environment: Readonly<Record<string, string | undefined>>): string {
  return resolve(environment.DATA_DIR || "data");
}

function isOrigin(text: string): boolean {
  return /^https?:$/.test(URL.parse(text)?.protocol ?? "") && URL.parse(text)?.origin === text;
}

function wrong(sentence: string): Read {
  return { ok: false, sentence };
}
