/**
 * Sites of other people: pages that the tests write, given by the browser itself under names that no one has, and our
 * product, served apart, which knows one of them.
 */
import type { Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { type Server, serve } from "../../scripts/serve.ts";

/** A site that our product lists, one that it does not, and a webmaster's own machine. */
export const AGENCY = "https://agence.test";
export const STRANGER = "http://inconnu.test";
export const OWN_MACHINE = "http://localhost:5999";

export interface Hosts {
  /** Our product, on its own origin. */
  readonly widget: () => string;
  /** Writes a page of a site; returns its address. */
  readonly put: (html: string, site?: string, headers?: Readonly<Record<string, string>>) => string;
  /** Lets a page of the browser reach those sites. */
  readonly open: (page: Page) => Promise<unknown>;
}

/** Serves the product for the file, and stops it at its end. */
export function useHosts(): Hosts {
  const pages = new Map<string, { readonly html: string; readonly headers: Readonly<Record<string, string>> }>();
  let product: Server;
  beforeAll(async () => {
    product = await serve({ port: 0, persist: null, variables: { ALLOWED_ORIGINS: AGENCY } });
  });
  afterAll(() => product.stop());
  return {
    widget: () => product.origin,
    put: (html, site = AGENCY, headers = {}) => {
      const url = `${site}/${pages.size}`;
      pages.set(url, { html, headers });
      return url;
    },
    open: (page) =>
      page.route(
        (url) => [AGENCY, STRANGER, OWN_MACHINE].includes(url.origin),
        (route) => {
          const { html, headers } = pages.get(route.request().url()) ?? { html: "", headers: {} };
          return route.fulfill({ body: html, headers: { "content-type": "text/html; charset=utf-8", ...headers } });
        },
      ),
  };
}
