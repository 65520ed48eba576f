/** What a component reads from the server: nothing while it is on its way; what has been overtaken is never shown. */
import { useEffect, useState } from "preact/hooks";
import type { Outcome } from "../../releases/client.ts";

/** `key`: another one reads again; null reads nothing. */
export function useReading<T>(key: string | null, read: () => Promise<Outcome<T>>): Outcome<T> | null {
  const [held, hold] = useState<{ readonly key: string; readonly outcome: Outcome<T> } | null>(null);
  useEffect(() => {
    if (key === null) return;
    let current = true;
    void read().then((outcome) => current && hold({ key, outcome }));
    return () => {
      current = false;
    };
  }, [key]);
  return held?.key === key ? held.outcome : null;
}

/** The value, once it has come. */
export function readOf<T>(outcome: Outcome<T> | null): T | null {
  return outcome?.ok ? outcome.value : null;
}
