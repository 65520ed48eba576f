/** The opening of a code, as state: read, refused, to be looked at first, or opened at once when nothing is to be said. */
import { useEffect, useState } from "preact/hooks";
import { pack } from "../../questionnaires/engine/engine.ts";
import type { CompletedProfile } from "../../questionnaires/schema/result.ts";
import { codeIn } from "../codes/code-in.ts";
import type { Library } from "../codes/library.ts";
import { type OpenedCode, openCode } from "../codes/open-code.ts";
import type { View } from "../journey/view.ts";
import type { Dispatch } from "../state/events.ts";
import type { Profile } from "../state/state.ts";
import { setSaving } from "./device.ts";
import { type Pending, take } from "./pending.ts";
import { setTask, todoOf } from "./task.ts";

interface Reviewed {
  readonly opened: OpenedCode;
  readonly pending: Pending;
  readonly replaces: boolean;
}

interface Given {
  readonly root: Node | null;
  readonly library: Library;
  readonly seen: View;
  readonly begun: boolean;
  readonly dispatch: Dispatch;
}

export function useOpening({ root, library, seen, begun, dispatch }: Given) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<{ reason: string; count: number } | null>(null);
  const [review, setReview] = useState<Reviewed | null>(null);

  const enter = ({ opened: { current }, pending }: Pick<Reviewed, "opened" | "pending">) => {
    if (!root) return;
    setSaving(root, pending.device);
    setTask(root, pending.domain);
    dispatch({
      type: "open",
      profile: typed(current.adapted.profile.values),
      answers: Object.fromEntries(current.answers),
    });
    const page = pending.domain === null ? -1 : todoOf(current, pending.domain).page;
    if (page >= 0) dispatch({ type: "go", screen: { name: "step", page } });
  };
  const read = async (pending: Pending) => {
    setBusy(true);
    setReview(null);
    const found = await openCode(library, pending.code);
    setBusy(false);
    if (!found.ok) {
      setRefusal((last) => ({ reason: found.reason, count: (last?.count ?? 0) + 1 }));
      return;
    }
    setRefusal(null);
    const opened = found.value;
    const replaces = begun && !(seen.ok && pack(seen.value) === pack(opened.current));
    if (opened.carried || replaces || pending.domain !== null) setReview({ opened, pending, replaces });
    else enter({ opened, pending });
  };
  useEffect(() => {
    const pending = root && take(root);
    if (pending) read(pending);
  });
  return {
    busy,
    refusal,
    review,
    open: (text: string) => read({ ...codeIn(text), device: false }),
    accept: () => review && enter(review),
    refuse: () => setReview(null),
  };
}

/** A completed profile as the fields hold it: numbers as they are typed. */
function typed(values: CompletedProfile): Profile {
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => [id, Array.isArray(value) ? value.map(String) : String(value)]),
  );
}
