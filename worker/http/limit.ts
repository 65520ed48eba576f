/**
 * How many contributions may come from one network at a time. The address serves as the key of a count that the platform
 * forgets within a minute; it is written nowhere. Fails open: a limiter that is absent or broken stops nobody (security.md §2).
 */
import { log } from "./log.ts";

/** The rate-limit binding of Cloudflare, or of another host. How many, and in which time: wrangler.toml. */
export interface Limiter {
  readonly limit: (asked: { readonly key: string }) => Promise<{ readonly success: boolean }>;
}

/** Set by the platform, and by nobody else: Cloudflare replaces what a client sends, our own server does so too. */
const ADDRESS_HEADER = "CF-Connecting-IP";

/** In seconds: the period of the limiter in wrangler.toml. */
export const LIMIT_PERIOD = 60;

/** Whether the network of this request has sent too many. A request from the machine itself is never too many. */
export async function isTooMany(limiter: Limiter | undefined, request: Request): Promise<boolean> {
  const address = request.headers.get(ADDRESS_HEADER);
  if (limiter === undefined || address === null || isLoopback(address)) return false;
  try {
    return !(await limiter.limit({ key: networkOf(address) })).success;
  } catch {
    log("limiter-unavailable", {});
    return false;
  }
}

function isLoopback(address: string): boolean {
  return address === "::1" || address.startsWith("127.");
}

/**
 * What one subscriber has: an IPv4 address, or the first 64 bits of an IPv6 one (RFC 6177), since they may use any of the
 * others. What is no address is its own key.
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(address)?.[1];
  if (mapped !== undefined || !address.includes(":")) return mapped ?? address;
  const [head = "", tail] = address.split("::");
  const before = head.split(":").filter((group) => group !== "");
  const after = (tail ?? "").split(":").filter((group) => group !== "");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array<string>(zeros).fill("0"), ...after].slice(0, 4);
  return `${groups.map((group) => group.toLowerCase().replace(/^0+(?=.)/, "")).join(":")}::/64`;
}
