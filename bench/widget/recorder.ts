/** What runs inside the measured page from its first moment: layout shifts, long tasks, interactions, first question. */
import type { Page } from "playwright-core";

/** Times in milliseconds. */
export interface Recording {
  readonly firstQuestion: number | null;
  /** What each long task takes over 50 ms, added up until the first question and two seconds after. */
  readonly longTaskExcess: number;
  readonly shift: number;
  /** The longest event of each interaction, as the browser measures it (8 ms steps). */
  readonly interactions: readonly number[];
}

interface Recorder {
  firstQuestion: number | null;
  longTasks: PerformanceEntry[];
  shift: number;
  interactions: Map<number, number>;
}

/** `opener` is clicked as soon as it is there; the first question is what `question` finds next. */
export async function record(page: Page, opener: string | null, question: string): Promise<void> {
  await page.addInitScript(
    ([open, wanted]) => {
      const recorder: Recorder = { firstQuestion: null, longTasks: [], shift: 0, interactions: new Map() };
      Object.assign(globalThis, { recorder });
      const observe = (type: string, see: (entry: PerformanceEntry) => void, options = {}) =>
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) see(entry);
        }).observe({ type, buffered: true, ...options });
      observe("longtask", (entry) => recorder.longTasks.push(entry));
      observe("layout-shift", (entry) => {
        recorder.shift += (entry as PerformanceEntry & { value: number }).value;
      });
      const eachEvent = (entry: PerformanceEntry) => {
        const { interactionId } = entry as PerformanceEntry & { interactionId: number };
        const longest = Math.max(entry.duration, recorder.interactions.get(interactionId) ?? 0);
        if (interactionId) recorder.interactions.set(interactionId, longest);
      };
      observe("event", eachEvent, { durationThreshold: 16 });
      const find = (selector: string) =>
        document.querySelector("diag-cyber-esms")?.shadowRoot?.querySelector<HTMLElement>(selector) ??
        document.querySelector<HTMLElement>(selector);
      let opened = open === null;
      const look = () => {
        const button = opened || open === null ? null : find(open);
        if (button) {
          opened = true;
          button.click();
        }
        if (opened && find(wanted ?? "")?.checkVisibility()) recorder.firstQuestion = performance.now();
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    },
    [opener, question] as const,
  );
}

export function read(page: Page): Promise<Recording> {
  return page.evaluate(async () => {
    // The last events are reported after the frame that answers them.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 100))));
    const { recorder } = globalThis as unknown as { recorder: Recorder }; // put there by `record`
    const until = (recorder.firstQuestion ?? 0) + 2_000;
    return {
      firstQuestion: recorder.firstQuestion,
      longTaskExcess: recorder.longTasks
        .filter(({ startTime }) => startTime < until)
        .reduce((sum, { duration }) => sum + duration - 50, 0),
      shift: recorder.shift,
      interactions: [...recorder.interactions.values()],
    };
  });
}
