/**
 * The smallest HTTP client that can count answers: keep-alive sockets, one request each at a time, no parsing of bodies.
 * autocannon reads every body as text, which for a compressed one costs twice what the server spends on serving it.
 */
import { connect } from "node:net";

export interface Request {
  readonly url: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Answers per second over `seconds`, from `connections` sockets. Throws at the first answer that is not 200 or 304. */
export async function requestsPerSecond(request: Request, seconds: number, connections: number): Promise<number> {
  const bytes = encode(request);
  const start = performance.now();
  const end = start + seconds * 1000;
  const counts = await Promise.all(Array.from({ length: connections }, () => keepAsking(request.url, bytes, end)));
  const elapsed = (performance.now() - start) / 1000;
  return counts.reduce((sum, count) => sum + count, 0) / elapsed;
}

function encode({ url, method = "GET", headers = {}, body = "" }: Request): Buffer {
  const { host, pathname, search } = new URL(url);
  const length = body === "" ? {} : { "content-length": String(Buffer.byteLength(body)) };
  const lines = Object.entries({ host, ...headers, ...length }).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`${method} ${pathname}${search} HTTP/1.1\r\n${lines.join("")}\r\n${body}`);
}

/** One socket: asks again as soon as the answer is whole, until `end`. */
function keepAsking(url: string, request: Buffer, end: number): Promise<number> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let count = 0;
    let left = 0; // bytes of the current answer still to come
    const socket = connect(Number(port), hostname, () => socket.write(request));
    socket.on("error", reject);
    socket.on("close", () => resolve(count));
    socket.on("data", (chunk: Buffer) => {
      left = left === 0 ? answerLength(chunk) - chunk.length : left - chunk.length;
      if (Number.isNaN(left)) socket.destroy(new Error(`Refused or unreadable: ${chunk.toString("latin1", 0, 200)}`));
      if (left !== 0) return;
      count++;
      if (performance.now() < end) socket.write(request);
      else socket.end();
    });
  });
}

/** Head and body of an answer, in bytes, from its first packet; NaN when it is not 200 or 304 with a known length. */
function answerLength(packet: Buffer): number {
  const head = packet.indexOf("\r\n\r\n") + 4;
  const text = packet.toString("latin1", 0, head);
  if (text.startsWith("HTTP/1.1 304 ")) return head;
  const length = /^content-length: (\d+)\r$/im.exec(text);
  return text.startsWith("HTTP/1.1 200 ") && length ? head + Number(length[1]) : Number.NaN;
}
