/** A code as people pass it on: alone, in a link, cut by a mail, in small letters, read aloud. Never a request: a `#fragment`. */

const CODE = "code";
const DOMAIN = "domain";

/** The mark of a link that holds a code: what follows « # » stays in the browser, no server sees it. */
export const FRAGMENT = `#${CODE}=`;

export interface Passed {
  /** In the one writing that the engine reads; perhaps not a code at all, the engine says so. */
  readonly code: string;
  /** The domain that the sender hands over, if any. */
  readonly domain: string | null;
}

/** What was pasted or followed: spaces and line ends go, the letters that base 32 leaves out become the digits they look like. */
export function codeIn(text: string): Passed {
  const tight = text.replace(/\s+/g, "");
  const start = tight.indexOf(FRAGMENT);
  if (start < 0) return { code: normal(tight), domain: null };
  const fields = new URLSearchParams(tight.slice(start + 1));
  return { code: normal(fields.get(CODE) ?? ""), domain: fields.get(DOMAIN) };
}

/** The link that opens a code on the page at `address`, and hands a domain over where one is given. */
export function codeLink(address: string, { code, domain }: Passed): string {
  return `${address}${FRAGMENT}${code}${domain === null ? "" : `&${DOMAIN}=${domain}`}`;
}

/** The version that a code says it belongs to; null when it says none. */
export function versionOf(code: string): string | null {
  return /^[^.]+\.(\d+\.\d+\.\d+)\./.exec(code)?.[1] ?? null;
}

/** `questionnaire.1.2.3.PAYLOAD`: Crockford's base 32 reads O as 0, I and L as 1, in either case. */
function normal(text: string): string {
  const [, head, payload] = /^([^.]+\.\d+\.\d+\.\d+\.)(.+)$/.exec(text) ?? [];
  if (!head || !payload) return text;
  return head.toLowerCase() + payload.toUpperCase().replace(/-/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
}
