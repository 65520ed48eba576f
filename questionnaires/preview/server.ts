/** The local server of the preview: two routes, on this machine only. It reads the disk; it never writes. */
import { readFileSync } from "node:fs";
import { createServer, type Server, type ServerResponse } from "node:http";
import { load } from "./load.ts";
import { emptyPage, page } from "./page.ts";

/** Nobody but this machine may connect. */
export const HOST = "127.0.0.1";

const HEADERS = {
  "content-security-policy": "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'",
  "x-content-type-options": "nosniff",
  "cache-control": "no-store",
};

/** A server that shows the questionnaires under `root`, not yet listening. */
export function previewServer(root: string): Server {
  const style = readFileSync(new URL("./preview.css", import.meta.url), "utf8");
  return createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", `http://${HOST}`);
    if (pathname === "/preview.css") return send(response, 200, "text/css", style);
    if (pathname !== "/") return send(response, 404, "text/plain", "Cette page n’existe pas.");
    try {
      const loaded = load(root, searchParams.get("version"));
      return send(response, 200, "text/html", loaded ? page(loaded, searchParams) : emptyPage());
    } catch (fault) {
      console.error(fault);
      return send(response, 500, "text/plain", "L’aperçu a rencontré une erreur ; son détail est dans le terminal.");
    }
  });
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { ...HEADERS, "content-type": `${type}; charset=utf-8` });
  response.end(body);
}
