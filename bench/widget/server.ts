/** One small server for both: the same compression, the same headers, so that only what is sent differs. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname } from "node:path";
import { gzipSync } from "node:zlib";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
};

/** Address → file on the disk, or text made for the occasion. */
export type Route = (path: string) => { readonly file: string } | { readonly text: string } | null;

export async function serveBoth(route: Route): Promise<{ readonly origin: string; readonly stop: () => void }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const found = route(path);
    if (!found) return void response.writeHead(404).end();
    const content = "file" in found ? readFileSync(found.file) : found.text;
    response.writeHead(200, {
      "content-type": TYPES[extname("file" in found ? found.file : path)] ?? "application/octet-stream",
      "content-encoding": "gzip",
      "cache-control": "public, max-age=3600",
    });
    response.end(gzipSync(content, { level: 9 }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { origin: `http://localhost:${port}`, stop: () => server.close() };
}
