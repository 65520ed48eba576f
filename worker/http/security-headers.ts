/** The security headers of every answer of the API (security.md §8, ASVS 3.4); what a route has already said stands. */
import { createMiddleware } from "hono/factory";

/** Two years, in seconds; ASVS 3.4.1 asks for one at least. */
const HSTS_SECONDS = 63_072_000;

const HEADERS: readonly (readonly [string, string])[] = [
  ["Strict-Transport-Security", `max-age=${HSTS_SECONDS}`],
  ["Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"],
  ["X-Content-Type-Options", "nosniff"],
  ["Referrer-Policy", "no-referrer"],
  ["Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"],
];

/** Adds the headers after the route has answered, whatever it answered. Without a cache rule, nothing is kept. */
export const securityHeaders = createMiddleware(async (c, next) => {
  await next();
  const { headers } = c.res;
  for (const [name, value] of HEADERS) headers.set(name, value);
  const isRead = c.req.method === "GET" || c.req.method === "HEAD";
  headers.set("Cross-Origin-Resource-Policy", isRead ? "cross-origin" : "same-origin");
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
});
