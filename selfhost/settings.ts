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
  /** Where the visitor's address is read, to limit what one network sends: a header of the proxy, the connection; null = nowhere. */
  readonly address: AddressSource | null;
}

/** `header`: in lower case, named by the operator, because their proxy writes it over what a client sends. */
export type AddressSource = { readonly from: "connection" } | { readonly from: "header"; readonly header: string };

export type Read = { readonly ok: true; readonly value: Settings } | { readonly ok: false; readonly sentence: string };

/** A shorter secret could be found by trying: its mark stands on every challenge. */
const SECRET_CHARACTERS = 32;

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
  const header = environment.CLIENT_ADDRESS_HEADER?.toLowerCase() || null;
  if (header !== null && !/^[a-z0-9-]+$/.test(header)) {
    return wrong(`CLIENT_ADDRESS_HEADER must be the name of a header, as X-Real-IP (it is "${header}").`);
  }
  if (words(environment.CHALLENGE_SECRET).some((secret) => secret.length < SECRET_CHARACTERS)) {
    return wrong(`CHALLENGE_SECRET must have at least ${SECRET_CHARACTERS} characters: openssl rand -hex 32.`);
  }
  const host = environment.HOST || "127.0.0.1";
  const address = addressSource(header, publicOrigin);
  return { ok: true, value: { host, port, dataDir: dataDirectory(environment), publicOrigin, address } };
}

/** The folder of the database: DATA_DIR, or `data` where the command is run. */
export function dataDirectory(environment: Readonly<Record<string, string | undefined>>): string {
  return resolve(environment.DATA_DIR || "data");
}

/** Behind a proxy that names no header, every visitor has the proxy's address: a limit would stop them all together. */
function addressSource(header: string | null, publicOrigin: string | null): AddressSource | null {
  if (header !== null) return { from: "header", header };
  return publicOrigin === null ? { from: "connection" } : null;
}

function words(setting = ""): readonly string[] {
  return setting.split(/\s+/).filter((word) => word !== "");
}

function isOrigin(text: string): boolean {
  return /^https?:$/.test(URL.parse(text)?.protocol ?? "") && URL.parse(text)?.origin === text;
}

function wrong(sentence: string): Read {
  return { ok: false, sentence };
}
