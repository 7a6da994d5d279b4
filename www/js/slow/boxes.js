// Boxes on the map, and how much of one others cover. Pure.

/** @typedef {import('../scene/labels.js').Box} Box */

/** Half the sides of what stands around a camp, at scale 1. */
export const CAMP = { x: 47, y: 30 };

/** @param {number} x @param {number} y @param {{x: number, y: number}} half @param {number} k @returns {Box} */
export const around = (x, y, half, k) => ({ left: x - half.x * k, right: x + half.x * k, top: y - half.y * k, bottom: y + half.y * k });

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
