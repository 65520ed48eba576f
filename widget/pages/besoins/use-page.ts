/** What the page keeps: the view, written in its address, and the last thing that was read. */
import { useEffect, useState } from "preact/hooks";
import { readShown, type Shown, writeShown } from "./fragment.ts";

/** In place: « Précédent » leaves the page, and does not undo choices one by one. */
export function useShown(): readonly [Shown, (change: Partial<Shown>) => void] {
  const [shown, setShown] = useState(() => readShown(location.hash));
  useEffect(() => {
    const follow = () => setShown(readShown(location.hash));
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  const show = (change: Partial<Shown>) => {
    const next = { ...shown, ...change };
    history.replaceState(history.state, "", writeShown(next) || location.pathname);
    setShown(next);
  };
  return [shown, show];
}

/** The last value read, and whether another is on its way: what has been overtaken is never shown. `key`: another one reads again. */
export function useLast<T>(key: string, read: () => Promise<T>): readonly [T | null, boolean] {
  const [held, hold] = useState<{ readonly key: string; readonly value: T } | null>(null);
  useEffect(() => {
    let current = true;
    void read().then((value) => current && hold({ key, value }));
    return () => {
      current = false;
    };
  }, [key]);
  return [held?.value ?? null, held?.key !== key];
}
