/** Fillings told apart without colour: lines, dots and grids of one ink on tints from light to dark. */

/** Pixels of a tile, before the density of the screen. */
const TILE = 8;

type Draw = (pen: CanvasRenderingContext2D) => void;

const line = (pen: CanvasRenderingContext2D, ...points: readonly (readonly [number, number, number, number])[]) => {
  pen.beginPath();
  for (const [x1, y1, x2, y2] of points) {
    pen.moveTo(x1, y1);
    pen.lineTo(x2, y2);
  }
  pen.stroke();
};

const MOTIFS: readonly Draw[] = [
  () => {},
  (pen) => line(pen, [-1, 1, 1, -1], [0, TILE, TILE, 0], [TILE - 1, TILE + 1, TILE + 1, TILE - 1]),
  (pen) => {
    pen.beginPath();
    pen.arc(TILE / 2, TILE / 2, 1.6, 0, 2 * Math.PI);
    pen.fill();
  },
  (pen) => line(pen, [0, TILE / 2, TILE, TILE / 2], [TILE / 2, 0, TILE / 2, TILE]),
  (pen) => line(pen, [-1, TILE - 1, 1, TILE + 1], [0, 0, TILE, TILE], [TILE - 1, -1, TILE + 1, 1]),
  (pen) => line(pen, [TILE / 2, 0, TILE / 2, TILE]),
  (pen) => line(pen, [0, TILE / 2, TILE, TILE / 2]),
];

/** The filling of a place among several; `tint` under it, `ink` for its motif. */
export function patternAt(place: number, tint: string, ink: string): CanvasPattern | string {
  const tile = document.createElement("canvas");
  tile.width = tile.height = TILE;
  const pen = tile.getContext("2d");
  if (!pen) return tint;
  pen.fillStyle = tint;
  pen.fillRect(0, 0, TILE, TILE);
  pen.fillStyle = pen.strokeStyle = ink;
  pen.lineWidth = 1;
  MOTIFS[place % MOTIFS.length]?.(pen);
  return pen.createPattern(tile, "repeat") ?? tint;
}
