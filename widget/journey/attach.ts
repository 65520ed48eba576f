/** What the journey adds around the screens: leaving asked twice, printing unfolded, and on our own page the history. */
import { announce } from "../effects/announce.ts";
import { drawRadar } from "../effects/draw-radar.ts";
import { focusOn } from "../effects/focus.ts";
import { followHistory, recordScreen, titlePage } from "../effects/history.ts";
import { guardLeaving } from "../effects/leave-guard.ts";
import { unfoldForPrint } from "../effects/print.ts";
import { joinPage } from "../host/join-page.ts";
import type { State } from "../state/state.ts";
import type { Text } from "../text/text.ts";
import type { Host } from "./host.ts";
import { isKept, loadRoom, room } from "./room.tsx";
import { prepare } from "./send.ts";

export interface Attached {
  /** After each change of state, once it is shown. */
  readonly shown: (before: State) => void;
  readonly detach: () => void;
}

export function attach(host: Host, title: string, t: Text): Attached {
  const { element, root, state, read, dispatch } = host;
  const hosted = element.hasAttribute("history");
  const undo = [
    guardLeaving(() => Object.keys({ ...state().profile, ...state().answers }).length > 0 && !room()?.isSafe(host)),
    unfoldForPrint(root),
    joinPage(host),
  ];
  if (hosted) {
    takeAddress(element);
    undo.push(followHistory(dispatch));
  }
  if (isKept() || inRoom(state())) loadRoom(dispatch);
  return {
    shown: (before) => {
      focusOnReplaced(root, before, state());
      if (inRoom(state()) && !inRoom(before)) loadRoom(dispatch);
      room()?.follow(host, before);
      if (hosted) {
        recordScreen(state());
        titlePage(root, state(), title, t);
      }
      announceEnd(element, before, state());
      if (state().screen.name === "contribution" && before.screen.name !== "contribution") prepare(host);
      const seen = state().screen.name === "result" ? read() : null;
      if (seen) drawRadar(root, seen);
    },
    detach: () => {
      for (const stop of undo) stop();
    },
  };
}

/**
 * The hosted page serves every territory: the link that led to it says which (`?territory=ara`), and the code of the region’s
 * mailing, which then leaves the address (`#campagne=…`: no server sees it before a contribution).
 */
function takeAddress(element: HTMLElement): void {
  const { hash, pathname, search } = location;
  const asked = new URLSearchParams(search).get("territory");
  if (asked) element.setAttribute("territory", asked);
  if (!hash.startsWith(CAMPAIGN)) return;
  element.setAttribute("campaign", hash.slice(CAMPAIGN.length));
  history.replaceState(history.state, "", pathname + search);
}

const CAMPAIGN = "#campagne=";

function inRoom({ screen }: State): boolean {
  return screen.name === "share";
}

/** A box that takes the place of the button which opened it also takes its focus; so does the thanks for a sending. */
function focusOnReplaced(root: ShadowRoot, before: State, after: State): void {
  if (before.confirmingReset !== after.confirmingReset && before.screen === after.screen) {
    focusOn(root, after.confirmingReset ? "[data-confirm]" : "[data-reset]");
  }
  if (before.contribution.status !== "sent" && after.contribution.status === "sent") focusOn(root, "[data-sending]");
}

function announceEnd(element: HTMLElement, before: State, { contribution, finished }: State): void {
  if (finished && !before.finished) announce(element, "complete");
  const failed = contribution.status === "failed" && before.contribution.status !== "failed";
  if (failed) announce(element, "error", { reason: "contribution" });
}
