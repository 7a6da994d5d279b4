// Letters under way as shapes over the map: scrolls with their place in the queue, dashed boxes around held ones, piles with their count. Pure.

import { UNLIT, isSlim, messengerScale } from '../scene/crowd.js';
import { ridden, scroll } from '../scene/messenger.js';
import { faded, put } from '../scene/place.js';
import { road } from '../scene/roads.js';
import { ribbonMarks } from './pills.js';

/** @typedef {import('../scene/types.js').Layout} Layout */
/** @typedef {import('../scene/types.js').Mark} Mark */
/** @typedef {import('./places.js').Letter} Letter */
/** @typedef {import('./places.js').Pile} Pile */

/** More letters than this have fainter roads. */
const CALM = 6;
/** A ribbon of seals hangs so far below the middle of its letter, at scale 1. */
const UNDER = 14;
/** Half the sides of a letter with what stands around it, at scale 1. */
export const HALF = { x: 27, y: 21, slim: 19 };
const HELD_BOX = 'M-27-18H27V18H-27Z';
const HELD_SLIM = 'M-18-18H18V18H-18Z';
const BARS = 'M-2.2-3.4V3.4M2.2-3.4V3.4';
const SHEET = 'M-15-10H15V10H-15Z';

/** How large letters under way are drawn, and whether they keep their letter only. @param {Layout} layout @param {number} count */
export const sizeOf = (layout, count) => ({ k: messengerScale(layout, Math.min(count, 60)), slim: isSlim(count) || !layout.frame });

/** @param {Letter} letter @returns {import('../scene/types.js').Ride} */
const rideOf = ({ row: { queued }, part }) => {
  const { from, to, said, lie } = queued.event;
  return { from, to, said, lie, progress: part, index: queued.step };
};

/** A disc with a number, or with two bars. @param {number} x @param {number} y @param {number} r @param {string | null} text @returns {Mark[]} */
function disc(x, y, r, text) {
  if (text === null)
    return [
      { kind: 'disc', x, y, rx: r, ry: r, fill: 'ink' },
      put({ d: BARS, stroke: 'paper-raised', width: 2.2, cap: 'round' }, x, y, r / 8),
    ];
  return [
    { kind: 'disc', x, y, rx: r, ry: r, fill: 'paper-raised', stroke: 'ink', width: 1.4 },
    { kind: 'text', text, x, y: y + r * 0.45, size: r * (text.length > 2 ? 1.05 : 1.35), weight: 700, fill: 'ink', align: 'middle' },
  ];
}

/** A ribbon of seals under its letter. @param {import('../marks/bundles.js').Bundle} bundle @param {number} x @param {number} y @param {number} k of the letter @param {boolean} slim */
export const ribbonUnder = (bundle, x, y, k, slim) => ribbonMarks(bundle, x, y + UNDER * k, k * (slim ? 0.55 : 0.7));

/** @param {Letter} letter @param {number} k @param {boolean} slim @param {import('../marks/bundles.js').Bundle | null} bundle the one that it shows @returns {Mark[]} */
function letterMarks(letter, k, slim, bundle) {
  const { row, x, y } = letter;
  const marks = [...scroll(rideOf(letter), x, y, k, slim), ...(bundle ? ribbonUnder(bundle, x, y, k, slim) : [])];
  if (row.place !== null) return [...marks, ...disc(x - (slim ? 14 : 20) * k, y - 13 * k, 8.5 * k, String(row.place))];
  marks.push(put({ d: slim ? HELD_SLIM : HELD_BOX, stroke: 'ink', width: row.past ? 2.4 : 1.7, dash: [4, 3], join: 'round' }, x, y, k));
  return [...marks, ...disc(x, y - 21 * k, 8 * k, null)];
}

/** A pile: sheets over each other, and how many. @param {Pile} pile @param {number} k @param {boolean} dots @returns {Mark[]} */
function pileMarks({ rows, x, y }, k, dots) {
  const count = String(rows.length);
  if (dots) return disc(x, y, 9 * k, count);
  const sheet = { d: SHEET, fill: 'scroll-bg', stroke: 'scroll', width: 1.4, join: /** @type {const} */ ('round') };
  return [put(sheet, x, y, k, { dx: 4, dy: -4 }), put(sheet, x, y, k, { dx: 2, dy: -2 }), put(sheet, x, y, k), ...disc(x, y, 9.5 * k, count)];
}

/**
 * What is drawn over the map. `lit`: the step of the one letter that the others step back for.
 * @param {Layout} layout @param {{letters: Letter[], piles: Pile[]}} places @param {number | null} lit
 * @param {(step: number, event: import('../state/engine.js').Message) => import('../marks/bundles.js').Bundle | null} [bundleOf] of the letter of a step @returns {Mark[]}
 */
export function letterShapes(layout, { letters, piles }, lit, bundleOf = () => null) {
  const { k, slim } = sizeOf(layout, letters.length);
  const isLit = letters.some(({ row }) => row.queued.step === lit);
  const strength = (/** @type {Letter} */ { row }) => (!isLit || row.queued.step === lit ? 1 : UNLIT);
  // On a road with several the foremost shows how far it has been ridden.
  const foremost = letters.filter((one, i) => letters.findIndex(({ row }) => row.queued.event.from === one.row.queued.event.from && row.queued.event.to === one.row.queued.event.to) === i);
  return [
    ...foremost.flatMap((one) => {
      const ride = rideOf(one);
      return faded(ridden(road(layout, ride.from, ride.to), ride, layout.unit, letters.length > CALM), strength(one) * (letters.length > CALM ? 0.7 : 1));
    }),
    ...letters.toReversed().flatMap((one) => faded(letterMarks(one, k, slim, bundleOf(one.row.queued.step, one.row.queued.event)), strength(one))),
    ...piles.flatMap((pile) => pileMarks(pile, layout.unit, layout.dots)),
  ];
}

