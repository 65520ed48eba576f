/**
 * What embedding asks of the server: the page that other sites frame, and whether a site may show the diagnostic at all.
 * Both follow the list of the territory; an unknown site gets a card with a link, never a blank.
 */
import type { Handler } from "hono";
import type { AppEnv } from "../bindings.ts";
import { headersWith, PUBLIC } from "../http/headers.ts";
import { frameSources, showsOn } from "../http/hosts.ts";
import { JSON_TYPE } from "../http/media-type.ts";
import { problem } from "../http/problem.ts";
import type { Territories } from "../territories.ts";

/** How long a browser may keep either answer, in seconds: a site added to a territory is not long refused. */
const KEPT = "max-age=300";

const POLICY =
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";

/**
 * The diagnostic for a frame, under the `frame-ancestors` of its territory, which the browser enforces. When the browser
 * says that the page around is another one, the card comes instead: a page without script, that any site may frame.
 */
export function getFrame({ hosts }: Territories): Handler<AppEnv> {
  return async (c) => {
    const url = new URL(c.req.url);
    const code = url.searchParams.get("territory");
    const around = originOf(c.req.header("Referer"));
    const shown = around === null || showsOn(around, url.origin, code, hosts, c.env.ALLOWED_ORIGINS);
    const page = await c.env.ASSETS.fetch(new URL(shown ? "/frame" : "/frame-card", url));
    if (!page.ok) return problem("not-found");
    const ancestors = shown ? frameSources(code, hosts, c.env.ALLOWED_ORIGINS) : "*";
    const headers = headersWith({
      ...PUBLIC,
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": `${POLICY}; frame-ancestors ${ancestors}`,
      "Cache-Control": `private, ${KEPT}`,
      Vary: "Referer",
    });
    return new Response(page.body, { headers });
  };
}

/** `{ "allowed": true }` to a page of a site that may show the diagnostic of this territory; any page may ask. */
export function getHost({ hosts }: Territories): Handler<AppEnv> {
  return (c) => {
    const { origin: own, searchParams } = new URL(c.req.url);
    const origin = c.req.header("Origin") ?? own;
    const allowed = showsOn(origin, own, searchParams.get("territory"), hosts, c.env.ALLOWED_ORIGINS);
    const headers = headersWith({
      ...PUBLIC,
      "Content-Type": JSON_TYPE,
      "Cache-Control": `public, ${KEPT}`,
      "Access-Control-Allow-Origin": "*",
    });
    return Promise.resolve(new Response(JSON.stringify({ allowed }), { headers }));
  };
}

function originOf(referer: string | undefined): string | null {
  return referer !== undefined && URL.canParse(referer) ? new URL(referer).origin : null;
}
