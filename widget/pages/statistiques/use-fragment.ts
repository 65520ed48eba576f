/** The state of the page, kept in its address: reloading, linking or coming back shows the same view. */
import { useEffect, useState } from "preact/hooks";
import { readFragment, type Shown, writeFragment } from "./fragment.ts";

/** The state, and how to change a part of it. In place: « Précédent » leaves the page, and does not undo choices one by one. */
export function useFragment(): readonly [Shown, (change: Partial<Shown>) => void] {
  const [shown, setShown] = useState(() => readFragment(location.hash));
  useEffect(() => {
    const follow = () => setShown(readFragment(location.hash));
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  const show = (change: Partial<Shown>) => {
    const next = { ...shown, ...change };
    history.replaceState(history.state, "", writeFragment(next) || location.pathname + location.search);
    setShown(next);
  };
  return [shown, show];
}
