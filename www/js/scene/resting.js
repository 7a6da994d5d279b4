// Where on its road a message rests that stays: half way, or as near to that as names, camps, bands and other messages leave room.
import { bandsOf } from './ending.js';
import { labelBox } from './labels.js';

/** @typedef {import('./labels.js').Box} Box */
/** @typedef {import('./types.js').Layout} Layout */

/** Parts of a road, the middle first. */
const PLACES = [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74];
/** Half the sides of a scroll with its halo, and how far its seals hang below it, at scale 1. */
const SCROLL = { x: 32, y: 22, sealed: 30 };
/** Half the sides of a band of riders at scale 1. */
const BAND = { x: 24, y: 20 };

/** @param {number} x @param {number} y @param {number} dx @param {number} up @param {number} [down] @returns {Box} */
const around = (x, y, dx, up, down = up) => ({ left: x - dx, right: x + dx, top: y - up, bottom: y + down });

/** What nothing may rest on. @param {Layout} layout @param {import('./types.js').World} world @returns {Box[]} */
const stood = (layout, { generals, ending }) => [
  ...(layout.taken ?? []),
  ...layout.camps.flatMap(({ id, x, y, k, label }) => [
    around(x, y, (layout.dots ? 23 : 47) * k, (generals[id - 1]?.commander ? 50 : 30) * k, 30 * k),
    ...(label ? [labelBox(label, k)] : []),
    ...(ending ? [{ left: x + 13 * k, right: x + 52 * k, top: y - 68 * k, bottom: y }] : []),
  ]),
  ...(ending ? bandsOf(layout, generals, ending.kind).map(({ x, y, k }) => around(x, y, BAND.x * k, BAND.y * k)) : []),
];

/** How much of a box others cover. @param {Box} a @param {readonly Box[]} others */
function covered(a, others) {
  let area = 0;
  for (const b of others) {
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (wide > 0 && high > 0) area += wide * high;
  }
  return area;
}

/**
 * Gives one message after the other its place, of scrolls at a scale.
 * @param {Layout} layout @param {import('./types.js').World} world @param {number} k
 */
export function restsOn(layout, world, k) {
  const taken = stood(layout, world);
  return (/** @type {import('./roads.js').Road} */ way, /** @type {import('./types.js').Ride} */ { seals }) => {
    const places = PLACES.map((part) => {
      const at = way.at(part);
      const box = around(at.x, at.y, SCROLL.x * k, SCROLL.y * k, (seals ? SCROLL.sealed : SCROLL.y) * k);
      return { at, box, cost: covered(box, taken) };
    });
    const best = places.reduce((a, b) => (b.cost < a.cost ? b : a));
    taken.push(best.box);
    return best.at;
  };
}
