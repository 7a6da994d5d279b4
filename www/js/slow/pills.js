// Bundles of seals on the map: a pill beside the camp of who holds one, and a small ribbon under a letter that shows one. Pure.

import { CITY_KEEP } from '../scene/roads.js';
import { put } from '../scene/place.js';
import { seal } from '../scene/seals.js';
import { around, campBoxes, covered } from './boxes.js';

/** @typedef {import('../scene/types.js').Layout} Layout */
/** @typedef {import('../scene/types.js').Mark} Mark */
/** @typedef {import('../marks/bundles.js').Bundle} Bundle */
/** A pill: its middle, and half its sides. @typedef {{general: number, bundle: Bundle, x: number, y: number, half: {x: number, y: number}}} Pill */

/** At scale 1: the radius of a seal, from one to the next, the widest ribbon, half the height of a pill, and its letter. */
const SEAL_R = 8;
const PITCH = 14;
const WIDEST = 76;
const HALF_HEIGHT = 12;
const LETTER = 14;
/** The letter can be read, and a pill is high enough for it, in px. */
const LEAST_LETTER = 11;
const LEAST_HALF = 8.5;
const PAD = 8;
/** A seal has a number only where that can be read. */
const NUMBERED_FROM = 0.7;
/** Pills keep off the edges of the map. */
const EDGE = 14;

/** How large the letter is. @param {number} k */
const letterSize = (k) => Math.max(LEAST_LETTER, LETTER * k);

/** How far from the first seal to the last. @param {number} count */
const ribbon = (count) => Math.min(PITCH * (count - 1), WIDEST);

/** Each in the clearest place beside its camp. @param {Layout} layout @param {{general: number, bundle: Bundle}[]} held @returns {Pill[]} */
export function pillsAt(layout, held) {
  if (layout.bare || layout.dots) return [];
  const { camps, city, width, height } = layout;
  const keep = { x: CITY_KEEP.rx, y: CITY_KEEP.ry };
  const taken = [...(layout.taken ?? []), around(city.x, city.y + CITY_KEEP.dy * city.k, keep, city.k), ...camps.flatMap(campBoxes)];
  return held.flatMap(({ general, bundle }) => {
    const camp = camps.find(({ id }) => id === general);
    if (!camp) return [];
    const { x, y, k } = camp;
    const half = { x: (ribbon(bundle.seals.length) / 2 + SEAL_R + PAD) * k + letterSize(k) / 2, y: Math.max(HALF_HEIGHT * k, LEAST_HALF) };
    const down = camp.label && camp.label.anchor === 'middle' ? camp.label.y - y + 20 * k : 60 * k;
    const places = [{ x, y: y + down }, { x: x + 52 * k + half.x, y: y + 6 * k }, { x: x - 52 * k - half.x, y: y + 6 * k }, { x, y: y - 62 * k }].map((at, i) => {
      const inside = { x: Math.max(EDGE + half.x, Math.min(width - EDGE - half.x, at.x)), y: Math.max(EDGE + half.y, Math.min(height - EDGE - half.y, at.y)) };
      const box = around(inside.x, inside.y, half, 1);
      return { ...inside, box, cost: covered(box, taken) + 30 * i };
    });
    const best = places.reduce((a, b) => (b.cost < a.cost ? b : a));
    taken.push(best.box);
    return [{ general, bundle, x: best.x, y: best.y, half }];
  });
}

/** The seals side by side on their ribbon. @param {Bundle} bundle @param {number} x middle @param {number} y @param {number} k @returns {Mark[]} */
export function ribbonMarks({ seals }, x, y, k) {
  const long = ribbon(seals.length);
  const step = seals.length > 1 ? long / (seals.length - 1) : 0;
  const isNumbered = k >= NUMBERED_FROM && step >= SEAL_R;
  return [
    put({ d: `M${-long / 2 - SEAL_R - 3} 0H${long / 2 + SEAL_R + 3}`, stroke: 'wax', width: 4 }, x, y, k),
    ...seals.flatMap(({ signer, holds }, i) => seal(isNumbered ? signer : null, x + (i * step - long / 2) * k, y, (SEAL_R / 10) * k, holds ? 'good' : 'forged')),
  ];
}

/** @param {Pill} pill @param {number} k @param {boolean} isLit @returns {Mark[]} */
export function pillMarks({ bundle, x, y, half }, k, isLit) {
  const r = half.y;
  const d = `M${r - half.x} ${-r}H${half.x - r}A${r} ${r} 0 0 1 ${half.x - r} ${r}H${r - half.x}A${r} ${r} 0 0 1 ${r - half.x} ${-r}Z`;
  return [
    put({ d, fill: 'paper-raised', stroke: isLit ? 'ink' : 'ink-3', width: isLit ? 1.8 : 1.1 }, x, y, 1),
    ...ribbonMarks(bundle, x - letterSize(k) / 2, y, k),
    { kind: 'text', text: `${bundle.word}`, x: x + half.x - (PAD / 2) * k - letterSize(k) / 2, y: y + 0.36 * letterSize(k), size: letterSize(k), weight: 700, fill: 'ink', align: 'middle' },
  ];
}
