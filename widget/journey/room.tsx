/** The way to the room of codes: its chunk comes when it is first asked for, and is asked for again after a failure. */
import { WaitingScreen } from "../screens/waiting.tsx";
import type { RoomProps } from "../share/share.tsx";
import { DEVICE_KEY } from "../state/device-key.ts";
import type { Dispatch } from "../state/events.ts";

type Share = typeof import("../share/share.tsx");

let share: Share | undefined;

export function room(): Share | undefined {
  return share;
}

/** Said as any loading is, so that the waiting screen and the focus follow. */
export async function loadRoom(dispatch: Dispatch): Promise<void> {
  if (share) return;
  dispatch({ type: "load", status: "pending" });
  try {
    share = await import("../share/share.tsx");
    dispatch({ type: "load", status: "ready" });
  } catch {
    dispatch({ type: "load", status: "failed" });
  }
}

export function Room(props: RoomProps) {
  const { ui, state } = props;
  if (share) return <share.Share {...props} />;
  const status = state.loading === "failed" ? "failed" : "pending"; // « ready » is said of the questions
  return <WaitingScreen ui={ui} status={status} retry={() => loadRoom(ui.dispatch)} />;
}

/** Whether this device holds what the room once kept; where storage is forbidden, nothing was. */
export function isKept(): boolean {
  try {
    return DEVICE_KEY in localStorage;
  } catch {
    return false;
  }
}
