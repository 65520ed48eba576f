/** HTTP in front of the worker: files first, the worker for the rest; stops without losing what is under way. */
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import { tellAddress } from "./address.ts";
import type { Assets } from "./assets/assets.ts";
import type { Worker, WorkerContext } from "./product.ts";
import type { AddressSource } from "./settings.ts";

export interface Service {
  readonly worker: Worker;
  readonly env: object;
  readonly context: WorkerContext;
  readonly assets: Assets;
  readonly host: string;
  readonly port: number;
  readonly publicOrigin: string | null;
  readonly address: AddressSource | null;
}

export interface Listening {
  readonly port: number;
  /** Takes no new connection, answers every request that has begun, then resolves. */
  readonly stop: () => Promise<void>;
}

/** A whole request must arrive within this time, in milliseconds: bodies are at most 32 KiB. */
const REQUEST_MS = 30_000;

/** How long a stop waits for requests under way, in milliseconds; below systemd's TimeoutStopSec of docs/self-hosting.md. */
const STOP_MS = 15_000;

/** Resolves once it listens; rejects when the port is taken. */
export async function listen(service: Service): Promise<Listening> {
  const { worker, env, context, assets, host, port, publicOrigin, address: source } = service;
  let stopping = false;
  const wrap = (listener: RequestListener) => (incoming: IncomingMessage, outgoing: ServerResponse) => {
    // Behind the proxy the page's origin is the public one; an absolute target carries it to the worker's own check.
    if (publicOrigin !== null && incoming.url?.startsWith("/")) incoming.url = publicOrigin + incoming.url;
    tellAddress(incoming, source);
    const writeHead = outgoing.writeHead;
    outgoing.writeHead = (...head: unknown[]) => {
      if (stopping || isUnread(incoming)) outgoing.setHeader("Connection", "close");
      return writeHead.apply(outgoing, head as Parameters<typeof writeHead>); // the same arguments, whichever form
    };
    listener(incoming, outgoing);
  };
  const server = createAdaptorServer({
    fetch: (request) => assets(request) ?? worker.fetch(request, env, context),
    overrideGlobalObjects: false, // its Response shares the Headers that it is given: one answer would write on another
    serverOptions: { requestTimeout: REQUEST_MS },
    createServer: ((options: object, listener: RequestListener) =>
      createServer(options, wrap(listener))) as typeof createServer,
  }) as Server;
  await new Promise<void>((done, failed) => server.once("error", failed).listen(port, host, done));
  const address = server.address();
  const stop = () =>
    new Promise<void>((done) => {
      stopping = true;
      const late = setTimeout(() => server.closeAllConnections(), STOP_MS);
      server.close(() => {
        clearTimeout(late);
        done();
      });
    });
  return { port: typeof address === "object" && address ? address.port : port, stop };
}

/** Whether the answer comes before the end of the body (it was refused): the connection cannot serve again. */
function isUnread({ complete, headers }: IncomingMessage): boolean {
  return !complete && (headers["transfer-encoding"] !== undefined || Number(headers["content-length"]) > 0);
}
