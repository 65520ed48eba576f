/** Draws the radar once the result has painted: its code arrives last, and nothing but the drawing depends on it. */
import type { Diagnostic } from "../journey/view.ts";

export interface RadarData {
  readonly labels: readonly string[];
  readonly scores: readonly (number | null)[];
  readonly targets: readonly (number | null)[];
  /** With chosen actions done, where there are any to choose. */
  readonly simulated?: readonly (number | null)[];
}

function radarData({ adapted, result: { domains } }: Diagnostic): RadarData {
  const labels = new Map(adapted.model.questionnaire.domains.map(({ id, label }) => [id, label]));
  return {
    labels: domains.map(({ id }) => labels.get(id) ?? id),
    scores: domains.map(({ score }) => score),
    targets: domains.map(({ target }) => target),
  };
}

/** What was last drawn on each canvas, so that an unrelated change draws nothing again. */
const drawn = new WeakMap<HTMLCanvasElement, string>();

export function drawRadar(root: ShadowRoot, seen: Diagnostic): void {
  const canvas = root.querySelector<HTMLCanvasElement>("canvas[data-radar]");
  const data = radarData(seen);
  const signature = JSON.stringify(data);
  if (!canvas || drawn.get(canvas) === signature || matchMedia("(forced-colors: active)").matches) return;
  drawn.set(canvas, signature);
  const drawing = canvas.closest(".drawing");
  afterPaint(async () => {
    try {
      const radar = await import("../radar.ts");
      if (!canvas.isConnected) return;
      drawing?.removeAttribute("hidden");
      radar.paint(canvas, data);
    } catch {
      // Nothing is left empty: the table beside it says the same.
      drawing?.setAttribute("hidden", "");
      drawn.delete(canvas);
      addEventListener("online", () => canvas.isConnected && drawRadar(root, seen), { once: true });
    }
  });
}

function afterPaint(callback: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(callback)));
}
