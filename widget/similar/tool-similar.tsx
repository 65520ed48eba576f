/** « Comparer à des établissements semblables »: opened below its button, in its own root, from published cells only. */
import words from "virtual:words/similar";
import { render } from "preact";
import { serverUrl } from "../effects/server-url.ts";
import { adopt } from "../effects/style.ts";
import type { Context } from "../journey/context.ts";
import { createText } from "../text/text.ts";
import { Comparison } from "./comparison.tsx";
import { readSimilar } from "./read.ts";
import css from "./similar.css?inline";

const say = createText(words);
const dressed = new WeakSet<ShadowRoot>();

/** Reads, then shows in `box`; what comes after another press is shown in its place. */
export async function show(box: Element, context: Context): Promise<void> {
  const root = box.getRootNode() as ShadowRoot; // the widget has no other root
  if (!dressed.has(root)) adopt(root, css);
  dressed.add(root);
  render(null, box);
  box.replaceChildren(say("reading"));
  const access = { server: serverUrl(import.meta.url, ""), token: null, fetch: fetch.bind(window) };
  const read = await readSimilar(access, context.model.questionnaire.id);
  if (!box.isConnected) return;
  if (!read.ok) return box.replaceChildren(say(read.refusal.startsWith("token") ? "reserved" : "unreachable"));
  if (read.value.release === null) return box.replaceChildren(say("nothing"));
  box.replaceChildren();
  render(
    <Comparison context={context} read={read.value} territory={root.host.getAttribute("territory")} say={say} />,
    box,
  );
  box.querySelector<HTMLElement>("[tabindex]")?.focus();
}
