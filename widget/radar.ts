/** The third file: Chart.js with the five parts that a radar needs, and our colours, read from the page's own theme. */
import { Chart, Filler, LineElement, PointElement, RadarController, RadialLinearScale } from "chart.js";
import type { RadarData } from "./effects/draw-radar.ts";

Chart.register(RadarController, RadialLinearScale, PointElement, LineElement, Filler);

/** Below this width in pixels the axes are named by the numbers of the table's rows. */
const ROOM_FOR_NAMES = 480;
/** Characters per line of an axis name. */
const LINE = 18;

const charts = new WeakMap<HTMLCanvasElement, Chart<"radar">>();

export function paint(canvas: HTMLCanvasElement, data: RadarData): void {
  charts.get(canvas)?.destroy();
  const colour = (name: string) => getComputedStyle(canvas).getPropertyValue(name).trim();
  const [ink, page, line, accent, goal, after] = [
    colour("--cd-ink"),
    colour("--cd-page"),
    colour("--cd-line"),
    colour("--cd-accent"),
    colour("--cd-goal"),
    colour("--cd-after"),
  ];
  const labels = (width: number) =>
    data.labels.map((label, index) => (width < ROOM_FOR_NAMES ? String(index + 1) : wrap(`${index + 1}. ${label}`)));
  const chart = new Chart(canvas, {
    type: "radar",
    data: {
      labels: labels(canvas.parentElement?.clientWidth ?? 0),
      datasets: [
        {
          data: [...data.scores],
          borderColor: accent,
          backgroundColor: `${accent}33`,
          pointBackgroundColor: accent,
          pointRadius: 4,
          borderWidth: 3,
          fill: true,
        },
        {
          data: [...data.targets],
          borderColor: goal,
          borderDash: [7, 5],
          pointStyle: "rectRot",
          pointBackgroundColor: goal,
          pointRadius: 4,
          borderWidth: 2,
          fill: false,
        },
        ...(data.simulated ? [simulatedLine(data.simulated, after)] : []),
      ],
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      events: [],
      onResize: (resized, { width }) => {
        resized.data.labels = labels(width);
      },
      scales: {
        r: {
          min: 0,
          max: 100,
          // Above the points, with a halo: a figure is never hidden behind one.
          ticks: {
            stepSize: 20,
            color: ink,
            backdropColor: "transparent",
            textStrokeColor: page,
            textStrokeWidth: 4,
            z: 1,
            font: { size: 11 },
          },
          grid: { color: line },
          angleLines: { color: line },
          pointLabels: { color: ink, font: { size: 13, family: getComputedStyle(canvas).fontFamily } },
        },
      },
    },
  });
  charts.set(canvas, chart);
}

/** What chosen actions would bring: told from the two others by its dots and triangles as much as by its colour. */
function simulatedLine(simulated: readonly (number | null)[], colour: string | undefined) {
  return {
    data: [...simulated],
    borderColor: colour,
    borderDash: [2, 4],
    pointStyle: "triangle" as const,
    pointBackgroundColor: colour,
    pointRadius: 6,
    borderWidth: 3,
    fill: false,
  };
}

function wrap(label: string): string[] {
  const lines: string[] = [];
  for (const word of label.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LINE) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
