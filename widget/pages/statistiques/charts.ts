/** Chart.js, with the parts that bars and points need, in the page's own colours. Loaded last; draws what drawing.ts decided. */
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartDataset,
  Legend,
  type LegendItem,
  LinearScale,
  LineController,
  LineElement,
  type Plugin,
  PointElement,
} from "chart.js";
import type { Text } from "../../text/text.ts";
import type { Bar, Drawing } from "./drawing.ts";
import { patternAt } from "./patterns.ts";
import { sayNumber } from "./words.ts";

Chart.register(
  BarController,
  BarElement,
  LineController,
  LineElement,
  PointElement,
  CategoryScale,
  LinearScale,
  Legend,
);

type Mixed = ChartDataset<"bar" | "line", (number | [number, number] | null)[]>;

const charts = new WeakMap<HTMLCanvasElement, Chart<"bar" | "line", (number | [number, number] | null)[]>>();

/** Below this width in pixels, names stand in fewer letters. */
const WIDE = 700;
/** Letters of a name on one line, on a wide drawing and on a narrow one. */
const LETTERS = { wide: 34, narrow: 15 };
/** Lines of a name. */
const LINES = 2;

const POINTS = ["rectRot", "circle"] as const;

export function paint(canvas: HTMLCanvasElement, drawing: Drawing, t: Text): void {
  charts.get(canvas)?.destroy();
  const style = getComputedStyle(canvas);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const [ink, page, line] = [colour("--ink"), colour("--page"), colour("--line")];
  const tints = TINTS.map(colour);
  const { picture, labels, series, points } = drawing;
  const letters = (canvas.parentElement?.clientWidth ?? 0) < WIDE ? LETTERS.narrow : LETTERS.wide;
  const bars = series.map(({ label, bars }, place): Mixed => {
    const filling = patternAt(place, tints[place % tints.length] ?? page, ink);
    return {
      type: "bar",
      label,
      data: bars.map((bar) => bar && [bar.from, bar.to]),
      backgroundColor: filling,
      borderColor: ink,
      borderWidth: 1,
      borderSkipped: false,
      order: 2,
    };
  });
  const marks = points.map(
    ({ label, at }, place): Mixed => ({
      type: "line",
      label,
      data: at.map((bar) => bar?.to ?? null),
      showLine: false,
      borderColor: ink,
      pointStyle: POINTS[place % POINTS.length] ?? "circle",
      pointRadius: 7,
      pointBorderWidth: 2,
      pointBorderColor: ink,
      pointBackgroundColor: place === 0 ? page : ink,
      order: 1,
    }),
  );
  const font = { size: 13, family: style.fontFamily };
  const chart = new Chart(canvas, {
    type: "bar",
    data: {
      labels: labels.map(({ name, count }) => [...wrap(name, letters), ...(count ? [count] : [])]),
      datasets: [...bars, ...marks],
    },
    plugins: [figuresOver(drawing, t, ink, page, style.fontFamily)],
    options: {
      indexAxis: "y",
      animation: false,
      maintainAspectRatio: false,
      events: [],
      datasets: { bar: { grouped: picture === "bars", barPercentage: 0.9, categoryPercentage: 0.8 } },
      plugins: {
        legend: {
          display: series.length + points.length > 1,
          labels: { color: ink, font, usePointStyle: true, pointStyleWidth: 28, boxHeight: 12, generateLabels },
        },
      },
      scales: {
        x: { min: 0, max: 100, ticks: { color: ink, font, stepSize: 20 }, grid: { color: line }, stacked: false },
        y: { ticks: { color: ink, font, autoSkip: false }, grid: { display: false } },
      },
    },
  });
  charts.set(canvas, chart);
}

/** Each key as what it names: a filled bar, or the point itself. */
function generateLabels(chart: Chart): LegendItem[] {
  return Chart.defaults.plugins.legend.labels.generateLabels(chart).map((item) => {
    const style = chart.data.datasets[item.datasetIndex ?? 0];
    return { ...item, pointStyle: style && "pointStyle" in style ? style.pointStyle : "rect" } as LegendItem;
  });
}

/** From the lightest to the darkest in light, the other way round in dark: ink is read on each. */
const TINTS = ["--tint-0", "--tint-1", "--tint-2", "--tint-3", "--tint-4", "--tint-5", "--tint-6"];

/** Writes each figure on its bar, with a halo, where there is room for it: no one has to guess a length. */
function figuresOver(
  { picture, series }: Drawing,
  t: Text,
  ink: string,
  page: string,
  family: string,
): Plugin<"bar" | "line"> {
  return {
    id: "figures-over",
    afterDatasetsDraw: (chart) => {
      const pen = chart.ctx;
      pen.save();
      Object.assign(pen, { font: `600 12px ${family}`, textBaseline: "middle", lineWidth: 4, lineJoin: "round" });
      Object.assign(pen, { fillStyle: ink, strokeStyle: page });
      for (const [place, { bars }] of series.entries()) {
        for (const [index, bar] of bars.entries()) {
          const element = chart.getDatasetMeta(place).data[index];
          if (bar === null || picture === "quartiles" || !(element instanceof BarElement)) continue;
          const text = sayBar(bar, picture, t);
          const [start, end] = [chart.scales.x?.getPixelForValue(bar.from) ?? 0, element.x];
          const width = pen.measureText(text).width;
          const inside = picture === "shares";
          if (inside && width + 4 > end - start) continue;
          const left = inside ? (start + end - width) / 2 : Math.min(end + 6, chart.chartArea.right - width);
          pen.strokeText(text, left, element.y);
          pen.fillText(text, left, element.y);
        }
      }
      pen.restore();
    },
  };
}

function sayBar({ from, to, blurred }: Bar, picture: Drawing["picture"], t: Text): string {
  if (!blurred) return sayNumber(to - from);
  const low = picture === "shares" ? to - from <= 10 : to === 10;
  return t(low ? "picture.low" : "picture.high");
}

/** A name on a few short lines; what does not fit ends in an ellipsis, and stands whole in the table. */
function wrap(label: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of label.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= LINES) return lines;
  return [...lines.slice(0, LINES - 1), `${lines[LINES - 1]}…`];
}
