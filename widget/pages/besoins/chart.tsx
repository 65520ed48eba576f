/** The picture of the first needs; drawn after the table has painted, by code that comes only then. Nothing is missing without it. */
import { useEffect, useRef, useState } from "preact/hooks";
import { type Need, percentOf } from "./needs.ts";
import type { Bar } from "./paint.ts";
import { sayShare } from "./table.tsx";
import { say } from "./words.ts";

/** More bars than these are not read. */
const MOST = 12;

export function Chart({ rows }: { readonly rows: readonly Need[] }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState(false);
  const bars = barsOf(rows);
  const signature = JSON.stringify(bars);
  useEffect(() => {
    if (bars.length === 0 || matchMedia("(forced-colors: active)").matches) return;
    const dark = matchMedia("(prefers-color-scheme: dark)");
    let current = true;
    const draw = async () => {
      try {
        const { paint } = await import("./paint.ts");
        if (!current || !canvas.current) return;
        setDrawn(true);
        // Once the figure has its size.
        requestAnimationFrame(() => current && canvas.current && paint(canvas.current, bars));
      } catch {
        setDrawn(false);
      }
    };
    void draw();
    dark.addEventListener("change", draw);
    return () => {
      current = false;
      dark.removeEventListener("change", draw);
    };
  }, [signature]);
  return (
    <figure class="drawing" hidden={!drawn || bars.length === 0}>
      <div class="canvas">
        <canvas ref={canvas} role="img" aria-label={say("chart.label", { count: bars.length })} />
      </div>
      <figcaption>
        <span class="key full" aria-hidden="true" /> {say("chart.offered")}{" "}
        <span class="key hollow" aria-hidden="true" /> {say("chart.unserved")}
      </figcaption>
    </figure>
  );
}

/** The greatest shares first, whatever the order of the table; what is hidden has no length. */
export function barsOf(rows: readonly Need[]): readonly Bar[] {
  return rows
    .flatMap((need) => {
      const value = percentOf(need.share);
      return value === null ? [] : [{ need, value }];
    })
    .sort((a, b) => b.value - a.value)
    .slice(0, MOST)
    .map(({ need, value }) => ({
      label: need.action.label,
      value,
      said: sayShare(need.share),
      served: need.offers.length > 0,
    }));
}
