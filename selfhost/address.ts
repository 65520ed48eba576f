/**
 * Tells the worker from which address a request comes, in the header where Cloudflare tells it. What a client wrote there is
 * taken away: the address is that of the connection, or the one that the operator's own proxy gives.
 */
import type { IncomingMessage } from "node:http";
import type { AddressSource } from "./settings.ts";

const HEADER = "CF-Connecting-IP";

/** Rewrites the headers of the request; without a source, the worker knows no address and limits nobody. */
export function tellAddress(
  incoming: Pick<IncomingMessage, "rawHeaders" | "headers" | "socket">,
  source: AddressSource | null,
): void {
  const { rawHeaders } = incoming;
  for (let place = rawHeaders.length - 2; place >= 0; place -= 2) {
    if (rawHeaders[place]?.toLowerCase() === HEADER.toLowerCase()) rawHeaders.splice(place, 2);
  }
  delete incoming.headers[HEADER.toLowerCase()];
  const address = source === null ? undefined : addressFrom(incoming, source);
  if (address === undefined) return;
  rawHeaders.push(HEADER, address);
  incoming.headers[HEADER.toLowerCase()] = address;
}

/** Of a list, as X-Forwarded-For has, the last: the one that the nearest proxy wrote. Without the header, the connection's. */
function addressFrom(
  { headers, socket }: Pick<IncomingMessage, "headers" | "socket">,
  source: AddressSource,
): string | undefined {
  const given =
    source.from === "header" ? [headers[source.header] ?? []].flat().join(",").split(",").at(-1)?.trim() : "";
  return given || socket.remoteAddress;
}
