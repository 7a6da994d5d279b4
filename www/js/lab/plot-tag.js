// The tag of the open run in the figure of costs: where it covers least. Pure.

import { boxOf, meet } from './plot-room.js';

/** @typedef {import('./plot.js').Point} Point */
/** @typedef {import('./plot.js').Text} Text */

/** Half the ring round the run; between the run and its tag. */
export const RING = 11;
const OFF = 24;
const HEIGHT = 40;
/** Around the tag nothing stands so near. */
const CLEAR = 4;
/** A place outside, or on words, is worse than any that covers something else. */
const OUTSIDE = 99;
/** About how wide a line of the tag is. @param {string} text */
const wide = (text) => [...text].reduce((sum, letter) => sum + (letter > '⺀' ? 15 : 7.4), 24);

/**
 * A box, and the line from it to the ring.
 * @param {Point} mark @param {string[]} lines @param {Point[]} points @param {Text[]} texts @param {{left: number, right: number, bottom: number}} area
 */
export function tagOf(mark, lines, points, texts, { left, right, bottom }) {
  const width = Math.max(...lines.map(wide));
  const told = texts.map(boxOf);
  /** @type {Point[]} */
  const places = [-width - OFF, -width / 2, OFF].flatMap((dx) =>
    [1, 2, 3, 4, 5, 6, 7, -1, -2].map((by) => ({
      x: Math.min(Math.max(mark.x + dx, left + 4), right - width),
      y: mark.y - by * OFF - (by > 0 ? HEIGHT : 0),
    })),
  );
  const isCovered = (/** @type {Point} */ at, /** @type {Point} */ { x, y }) =>
    Math.abs(x - at.x - width / 2) < width / 2 + CLEAR && Math.abs(y - at.y - HEIGHT / 2) < HEIGHT / 2 + CLEAR;
  const covers = (/** @type {Point} */ at) =>
    points.filter((point) => isCovered(at, point)).length +
    OUTSIDE * told.filter((box) => meet({ left: at.x, right: at.x + width, top: at.y, bottom: at.y + HEIGHT }, box)).length +
    (at.y < 0 || at.y + HEIGHT > bottom ? OUTSIDE : 0);
  const best = places.reduce((a, b) => (covers(b) < covers(a) ? b : a));
  const from = { x: Math.min(Math.max(mark.x, best.x + 8), best.x + width - 8), y: best.y < mark.y ? best.y + HEIGHT : best.y };
  const part = RING / Math.hypot(mark.x - from.x, mark.y - from.y);
  const to = { x: mark.x + (from.x - mark.x) * part, y: mark.y + (from.y - mark.y) * part };
  return { ...best, lines, width, height: HEIGHT, from, to };
}
