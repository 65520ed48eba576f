/**
 * What the element owes to the page around it, once the questions are there: colours that can be read, and on a site that
 * no territory lists, a card instead of the diagnostic. Our own server's pages ask nothing.
 */
import { serverUrl } from "../effects/server-url.ts";
import type { Host } from "../journey/host.ts";
import { hostColours } from "./host-colours.ts";

/** Returns what undoes it. */
export function joinPage({ element, root, refuse }: Host): () => void {
  let gone = false;
  let stop = () => {};
  const read = () => hostColours(element, root);
  const mend = async () => {
    if (read().chosen.length === 0) return;
    const tool = await import("./tool-colours.ts");
    if (!gone) stop = tool.mendColours(element, root, read);
  };
  const ask = async () => {
    if (serverUrl(import.meta.url, "") === location.origin) return;
    const answer = await fetch(serverUrl(import.meta.url, `/widget/host${query(element)}`));
    const { allowed } = await answer.json();
    if (allowed === false) refuse("host");
  };
  // Neither is worth an error: without its colours mended or its page known, the diagnostic goes on.
  for (const task of [mend, ask]) task().catch(() => {});
  return () => {
    gone = true;
    stop();
  };
}

function query(element: HTMLElement): string {
  const territory = element.getAttribute("territory");
  return territory === null ? "" : `?${new URLSearchParams({ territory })}`;
}
