// Boxes on the map, what stands there already, and how much of a box others cover. Pure.

import { labelBox } from '../scene/labels.js';

/** @typedef {import('../scene/labels.js').Box} Box */
/** @typedef {import('../scene/types.js').Camp} Camp */

/** Half the sides of what stands around a camp, at scale 1. */
const CAMP = { x: 47, y: 30 };

/** Where there is no name, the sign of what a general is for hangs so far under his shield, with half such a side, at scale 1. */
const SIGN = { down: 38, half: { x: 12, y: 12 } };

/** @param {number} x @param {number} y @param {{x: number, y: number}} half @param {number} k @returns {Box} */
export const around = (x, y, half, k) => ({ left: x - half.x * k, right: x + half.x * k, top: y - half.y * k, bottom: y + half.y * k });

/** A camp with its name or its sign. @param {Camp} camp @returns {Box[]} */
export const campBoxes = ({ x, y, k, label }) => [around(x, y, CAMP, k), label ? labelBox(label, k) : around(x, y + SIGN.down * k, SIGN.half, Math.max(k, 0.5))];

/** How much of a box others cover. @param {Box} a @param {readonly Box[]} others */
export function covered(a, others) {
  let area = 0;
  for (const b of others) {
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (wide > 0 && high > 0) area += wide * high;
  }
  return area;
}
