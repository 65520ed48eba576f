/** The server's own log: one JSON line per event, from a closed list, beside the lines that the worker writes. */
export type ServerEvent = "ready" | "migrated" | "alarm-failed" | "copy-forgotten" | "stopping" | "stopped";

/** Never given anything that a visitor sent. */
export function log(event: ServerEvent, facts: Readonly<Record<string, string | number>> = {}): void {
  console.log(JSON.stringify({ event, ...facts }));
}
