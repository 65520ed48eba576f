/**
 * The diagnostic in a frame: its address says what the element's attributes and colours would, and its height and events
 * go to the page around it through the one channel that this page has opened (widget/frame/host.ts).
 */
import { attributesOf } from "./query.ts";

const EVENTS = ["ready", "start", "step", "error", "complete"];

const element = document.querySelector<HTMLElement>("diag-cyber-esms");
let port: MessagePort | null = null;
/** What happened before the channel was there. */
const waiting: object[] = [];

function tell(news: object): void {
  if (port) port.postMessage(news);
  else waiting.push(news);
}

function tellHeight(): void {
  port?.postMessage({ height: Math.ceil(document.body.getBoundingClientRect().height) });
}

addEventListener("message", ({ data, source, ports: [opened] }) => {
  if (data !== "diagcyber" || source !== parent || !opened) return;
  port = opened;
  for (const news of waiting.splice(0)) tell(news);
  tellHeight();
});

if (element) {
  const { attributes, properties } = attributesOf(new URLSearchParams(location.search));
  for (const [name, value] of attributes) element.setAttribute(name, value);
  for (const [name, value] of properties) element.style.setProperty(name, value);
  for (const name of EVENTS) {
    element.addEventListener(`diagcyber:${name}`, (event) =>
      tell({ name, detail: event instanceof CustomEvent ? event.detail : null }),
    );
  }
  new ResizeObserver(tellHeight).observe(document.body);
}
