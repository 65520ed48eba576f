/** Chart.js with the parts that bars need, in the page's own colours: full where a service exists, hollow where none does. */
import { BarController, BarElement, CategoryScale, Chart, LinearScale } from "chart.js";

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

export interface Bar {
  readonly label: string;
  /** Percent. */
  readonly value: number;
  /** As it is published. */
  readonly said: string;
  readonly served: boolean;
}

/** Below this width in pixels, names stand in fewer letters. */
const WIDE = 700;
const LETTERS = { wide: 38, narrow: 17 };
/** Lines of a name. */
const LINES = 2;

const charts = new WeakMap<HTMLCanvasElement, Chart<"bar", number[]>>();

export function paint(canvas: HTMLCanvasElement, bars: readonly Bar[]): void {
  charts.get(canvas)?.destroy();
  const style = getComputedStyle(canvas);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const [ink, page, line, accent, goal] = ["--ink", "--page", "--line", "--accent", "--goal"].map(colour);
  const letters = (canvas.parentElement?.clientWidth ?? 0) < WIDE ? LETTERS.narrow : LETTERS.wide;
  const font = { size: 13, family: style.fontFamily };
  const chart = new Chart(canvas, {
    type: "bar",
    data: {
      labels: bars.map(({ label }) => wrap(label, letters)),
      datasets: [
        {
          data: bars.map(({ value }) => value),
          backgroundColor: bars.map(({ served }) => (served ? accent : page)),
          borderColor: bars.map(({ served }) => (served ? accent : goal)),
          borderWidth: 3,
          borderSkipped: false,
        },
      ],
    },
    plugins: [
      {
        id: "said",
        afterDatasetsDraw: (drawn) => {
          const { ctx, scales, chartArea } = drawn;
          ctx.save();
          Object.assign(ctx, { font: `600 12px ${style.fontFamily}`, textBaseline: "middle", lineWidth: 4 });
          Object.assign(ctx, { lineJoin: "round", fillStyle: ink, strokeStyle: page });
          for (const [index, { said, value }] of bars.entries()) {
            const element = drawn.getDatasetMeta(0).data[index];
            const end = scales.x?.getPixelForValue(value) ?? 0;
            const left = Math.min(end + 8, chartArea.right - ctx.measureText(said).width);
            ctx.strokeText(said, left, element?.y ?? 0);
            ctx.fillText(said, left, element?.y ?? 0);
          }
          ctx.restore();
        },
      },
    ],
    options: {
      indexAxis: "y",
      animation: false,
      maintainAspectRatio: false,
      events: [],
      scales: {
        x: { min: 0, max: 100, ticks: { color: ink, font, stepSize: 20 }, grid: { color: line } },
        y: { ticks: { color: ink, font, autoSkip: false }, grid: { display: false } },
      },
    },
  });
  charts.set(canvas, chart);
}

/** A name on a few short lines; what does not fit ends in an ellipsis, and stands whole in the table. */
function wrap(label: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of label.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length <= LINES ? lines : [...lines.slice(0, LINES - 1), `${lines[LINES - 1]}…`];
}
