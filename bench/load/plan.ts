/**
 * A ministerial mailing as a list of journeys, drawn once from a seed: when each begins, what it does, how it goes wrong.
 * Pure: the same seed gives the same day.
 */

/** How a journey ends: read and left; submitted; submitted again, at once or later; cut in the middle, then sent again. */
export type End = "abandoned" | "sent" | "doubled" | "replayed" | "cut";

export interface Journey {
  /** In milliseconds from the start. */
  readonly at: number;
  readonly end: End;
  /** The level given to every answer: 1 to 4, by which the totals are checked. */
  readonly level: number;
  /** 128 bits in 22 base64url characters. */
  readonly key: string;
}

/** Shares of the ends, in order; what remains is `sent`. Supposed: half of a mailing opens and leaves is usual, we take a third. */
const SHARES: readonly (readonly [End, number])[] = [
  ["abandoned", 0.33],
  ["doubled", 0.05],
  ["replayed", 0.05],
  ["cut", 0.05],
];

/** The day is cut in as many slices; one in ten is a burst, where journeys are ten times as frequent (issue 6, item 7). */
const SLICES = 100;
const BURST_EVERY = 10;
const BURST = 10;

/** The journeys, in the order in which they begin, within `milliseconds`. */
export function planMailing(diagnostics: number, milliseconds: number, seed: number): readonly Journey[] {
  const chance = generator(seed);
  const slices = Array.from({ length: SLICES }, (_, slice) => slice);
  const drawn = slices.flatMap((slice) => Array.from({ length: slice % BURST_EVERY === 3 ? BURST : 1 }, () => slice));
  return Array.from({ length: diagnostics }, (): Journey => {
    const slice = drawn[Math.floor(chance() * drawn.length)] ?? 0;
    return {
      at: ((slice + chance()) / SLICES) * milliseconds,
      end: drawEnd(chance()),
      level: 1 + Math.floor(chance() * 4),
      key: Array.from({ length: 22 }, () => BASE64URL[Math.floor(chance() * 64)]).join(""),
    };
  }).toSorted((a, b) => a.at - b.at);
}

const BASE64URL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

function drawEnd(drawn: number): End {
  let bound = 0;
  for (const [end, share] of SHARES) {
    bound += share;
    if (drawn < bound) return end;
  }
  return "sent";
}

/** Mulberry32: a small generator whose sequence is the same everywhere. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
