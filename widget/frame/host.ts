/**
 * What a page runs beside its frame: the frame takes the height of what it shows, and its events are heard on the frame.
 * One private channel per frame, opened to our own origin only; nothing is ever sent to « * », and no answer passes.
 */

const { origin } = new URL(import.meta.url);
/** In CSS pixels: whatever a frame says, it stays a part of the page. */
const [LOWEST, HIGHEST] = [200, 20_000];

for (const frame of document.querySelectorAll<HTMLIFrameElement>(`iframe[src^="${origin}/widget/"]`)) {
  const connect = () => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data: { height, name, detail } }) => {
      if (height > 0) frame.style.height = `${Math.min(HIGHEST, Math.max(LOWEST, height))}px`;
      if (!/^(ready|start|step|error|complete)$/.test(name)) return;
      frame.dispatchEvent(new CustomEvent(`diagcyber:${name}`, { bubbles: true, detail }));
      // A new screen begins at its top, wherever the button of the last one was.
      if (name === "step" && frame.getBoundingClientRect().top < 0) frame.scrollIntoView();
    };
    frame.contentWindow?.postMessage("diagcyber", origin, [port2]);
  };
  frame.addEventListener("load", connect);
  if (document.readyState === "complete") connect();
}
