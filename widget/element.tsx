/**
 * `<diag-cyber-esms>`: the custom element, and the only class. It keeps the state, shows it, and does what a pure
 * reducer cannot: load, focus, tell the page. Its attributes: docs/embedding.md; our own pages add `history`, `framed`.
 */

import packed from "virtual:start";
import { render } from "preact";
import { App } from "./app.tsx";
import { announce, announceChange } from "./effects/announce.ts";
import { moveFocus } from "./effects/focus.ts";
import { type Loaded, load } from "./effects/load.ts";
import { serverUrl } from "./effects/server-url.ts";
import { adopt, nameParts } from "./effects/style.ts";
import { type CardReason, cardReason } from "./host/card-reason.ts";
import type { Attached } from "./journey/attach.ts";
import type { Host } from "./journey/host.ts";
import type { LoadedJourney } from "./journey/journey.tsx";
import type { Ui } from "./parts/ui.ts";
import type { Dispatch } from "./state/events.ts";
import { unpack } from "./state/pack.ts";
import { reduce } from "./state/reduce.ts";
import { INITIAL, type State } from "./state/state.ts";
import css from "./styles/base.css?inline";
import { createText } from "./text/text.ts";

const FIRST = unpack(packed);

/** Milliseconds: 45 KB take 15 s at 24 kbit/s; a network that gives nothing for longer is as good as cut. */
const PATIENCE = 2e4;

class DiagCyber extends HTMLElement {
  #state: State = INITIAL;
  #start = FIRST;
  #t = createText(FIRST.messages);
  #root = this.attachShadow({ mode: "open" });
  #module: Loaded["module"] | null = null;
  #journey: LoadedJourney | null = null;
  #attached: Attached | null = null;
  #card: CardReason | null = null;

  connectedCallback(): void {
    if (this.#root.adoptedStyleSheets.length === 0) adopt(this.#root, css);
    const reason = this.#card ?? cardReason(this, FIRST);
    if (reason) return void this.#refuse(reason);
    this.#render();
    announce(this, "ready");
    this.#attach();
    // After the first paint: the questions arrive while the profile is being filled in.
    requestAnimationFrame(() => setTimeout(this.#load));
    addEventListener("online", this.#retry);
  }

  disconnectedCallback(): void {
    this.#attached?.detach();
    this.#attached = null;
    removeEventListener("online", this.#retry);
  }

  #dispatch: Dispatch = (event) => {
    const before = this.#state;
    this.#state = reduce({ start: this.#start, t: this.#t, journey: this.#journey }, before, event);
    if (this.#state === before || this.#card) return;
    const waiting = this.#root.querySelector("[data-waiting]") !== null;
    this.#render();
    moveFocus(this.#root, before, this.#state, waiting);
    this.#attached?.shown(before);
    announceChange(this, before, this.#state);
    // What did not arrive is asked for again at each new screen, and once the network is back.
    if (before.screen !== this.#state.screen) this.#retry();
  };

  #retry = (): void => {
    if (this.#state.loading === "failed") this.#load();
  };

  #load = async (): Promise<void> => {
    if (this.#journey) return;
    this.#dispatch({ type: "load", status: "pending" });
    // Late is said as failed, so that one can try again; what arrives after all is taken.
    setTimeout(this.#failed, PATIENCE);
    try {
      const { module, questionnaire } = await load(FIRST);
      if (this.#journey) return;
      this.#module = module;
      this.#journey = module.createJourney(questionnaire);
      this.#start = module.startOf(questionnaire);
      this.#t = createText(questionnaire.messages);
      adopt(this.#root, module.css);
      this.#attach();
      this.#dispatch({ type: "load", status: "ready" });
    } catch {
      this.#failed();
    }
  };

  #failed = (): void => {
    if (!this.#journey) this.#dispatch({ type: "load", status: "failed" });
  };

  #host: Host = {
    element: this,
    root: this.#root,
    state: () => this.#state,
    read: () => this.#journey?.read(this.#state) ?? null,
    dispatch: this.#dispatch,
    refuse: (reason) => void this.#refuse(reason),
  };

  /** Until the card is there, and if it never comes, the page's own fallback shows through. */
  async #refuse(reason: CardReason): Promise<void> {
    this.#card = reason;
    this.disconnectedCallback();
    render(<slot />, this.#root);
    try {
      const tool = await import("./host/tool-card.tsx");
      tool.showCard(this, this.#root, reason, this.#ui(), FIRST, serverUrl(import.meta.url, "/"));
    } catch {
      announce(this, "error", { reason: "loading" });
    }
  }

  #attach(): void {
    if (this.#module && this.isConnected) this.#attached = this.#module.attach(this.#host, this.#start.title, this.#t);
  }

  #send = (): void => {
    this.#module?.send(this.#host);
  };

  #ui(): Ui {
    const heading = Math.min(4, Math.max(1, Number(this.getAttribute("heading-level")) || 2));
    return { t: this.#t, dispatch: this.#dispatch, heading };
  }

  #render(): void {
    const act = { load: this.#load, send: this.#send, print: () => print() };
    render(
      <App ui={this.#ui()} start={this.#start} state={this.#state} journey={this.#journey} act={act} />,
      this.#root,
    );
    nameParts(this.#root);
  }
}

// A page may load this file twice; the first one wins.
if (!customElements.get("diag-cyber-esms")) customElements.define("diag-cyber-esms", DiagCyber);
