/** The picture of the drawn lines: its code comes once everything else has painted, and nothing but the drawing depends on it. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { ReleaseHead } from "../../releases/published.ts";
import { type Drawing, drawingOf, mostOf } from "./drawing.ts";
import type { Grid, Line } from "./grid.ts";
import { say, sayDay, sayNumber, several } from "./words.ts";

interface Props {
  readonly head: ReleaseHead;
  readonly grid: Grid;
  readonly lines: readonly Line[];
}

export function Figure({ head, grid, lines }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState(false);
  const drawing = drawingOf(grid, lines, (line) => countOf(grid, line));
  const signature = JSON.stringify(drawing);
  useEffect(() => {
    if (lines.length === 0 || matchMedia("(forced-colors: active)").matches) return setDrawn(false);
    let current = true;
    void import("./charts.ts").then(
      ({ paint }) => {
        if (!current || !canvas.current) return;
        setDrawn(true);
        // Shown first: a canvas without a size draws nothing.
        canvas.current.closest("figure")?.removeAttribute("hidden");
        paint(canvas.current, drawing, say);
      },
      () => setDrawn(false), // the table says the same
    );
    return () => {
      current = false;
    };
  }, [signature]);
  return (
    <figure class="picture screen-only" hidden={!drawn}>
      <figcaption>
        {say(`picture.${grid.picture}`)} {say("picture.release", { ...head, date: sayDay(head.builtOn) })}{" "}
        {several("picture.lines", lines.length, { most: mostOf(grid) })}
      </figcaption>
      <div class="canvas" style={{ height: `${heightOf(drawing)}px` }}>
        <canvas ref={canvas} role="img" aria-label={say("picture.label", { kind: say(`picture.${grid.picture}`) })} />
      </div>
    </figure>
  );
}

/** « n = 85 », or the band of those who were asked; nothing where the table counts none. */
function countOf({ figures }: Grid, { values }: Line): string {
  const value = values[figures.findIndex(({ unit }) => unit === "count")] ?? null;
  if (typeof value === "number") return say("picture.count", { count: sayNumber(value) });
  if (value === null || typeof value === "string" || !("from" in value)) return "";
  return say("picture.asked", { from: sayNumber(value.from), below: sayNumber(value.below) });
}

/** Pixels: a bar and its name, and what stands around them. */
const AROUND = 110;
const BAR = 56;
const SIDE_BAR = 20;
const BETWEEN = 16;

function heightOf({ picture, labels, series }: Drawing): number {
  const group = picture === "bars" ? Math.max(BAR, series.length * SIDE_BAR + BETWEEN) : BAR;
  return AROUND + labels.length * group;
}
