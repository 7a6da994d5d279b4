// Where letters under way wait on the map: near the camp they go to, each on its road; many for one camp as a pile. Pure.

import { road } from '../scene/roads.js';

/** @typedef {import('../scene/types.js').Layout} Layout */
/** @typedef {import('./queue.js').Row} Row */
/** @typedef {{row: Row, part: number, x: number, y: number}} Letter */
/** @typedef {{to: number, rows: Row[], x: number, y: number}} Pile */

/** More to one camp are a pile. */
const SINGLE = 8;
/** In larger armies there are counts alone. */
const GENERALS = 10;
/** The part of the road at which the next to arrive waits, and how far those behind him do. */
const NEAREST = 0.78;
const FARTHEST = 0.3;
const APART = 0.16;
/** A pile lies so far from its camp towards the city, at scale 1. */
const OFF = 62;

/** Where the letters of one road wait, the first to arrive foremost. @param {number} index @param {number} count */
const partOf = (index, count) => NEAREST - index * Math.min(APART, (NEAREST - FARTHEST) / Math.max(1, count - 1));

/** @param {Layout} layout @param {Row[]} rows @returns {{letters: Letter[], piles: Pile[]}} */
export function placesOf(layout, rows) {
  /** @type {Letter[]} */
  const letters = [];
  /** @type {Pile[]} */
  const piles = [];
  if (layout.bare) return { letters, piles };
  for (const { id, x, y, k } of layout.camps) {
    const own = rows.filter(({ queued }) => queued.event.to === id);
    if (own.length === 0) continue;
    if (own.length > SINGLE || layout.n > GENERALS) {
      const [dx, dy] = [layout.centre.x - x, layout.centre.y - y];
      const far = (OFF * (layout.dots ? Math.max(k, 0.45) : k)) / (Math.hypot(dx, dy) || 1);
      piles.push({ to: id, rows: own, x: x + dx * far, y: y + dy * far });
    } else letters.push(...onRoads(layout, own));
  }
  return { letters, piles };
}

/** @param {Layout} layout @param {Row[]} rows to one camp @returns {Letter[]} */
function onRoads(layout, rows) {
  const senders = [...new Set(rows.map(({ queued }) => queued.event.from))];
  return senders.flatMap((from) => {
    const file = rows.filter(({ queued }) => queued.event.from === from);
    return file.map((row, i) => {
      const part = partOf(i, file.length);
      return { row, part, ...road(layout, from, row.queued.event.to).at(part) };
    });
  });
}
