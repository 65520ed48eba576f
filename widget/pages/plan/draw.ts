/** Draws the radar once everything else has painted; not in forced colours, where bars and table stand alone. */
import type { RadarData } from "../../effects/draw-radar.ts";

let drawn = "";

/** Nothing is drawn twice; nothing is left empty when the code of the drawing does not arrive. */
export function draw(root: ShadowRoot, data: RadarData): void {
  const canvas = root.querySelector("canvas");
  const signature = JSON.stringify(data);
  if (!canvas || drawn === signature || matchMedia("(forced-colors: active)").matches) return;
  drawn = signature;
  requestAnimationFrame(() =>
    setTimeout(async () => {
      try {
        const { paint } = await import("../../radar.ts");
        if (drawn !== signature || !canvas.isConnected) return;
        canvas.closest(".drawing")?.removeAttribute("hidden");
        paint(canvas, data);
      } catch {
        drawn = "";
      }
    }),
  );
}
