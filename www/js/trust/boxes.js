// Boxes on the map: around a point, and how far two are apart.

/** @typedef {{left: number, right: number, top: number, bottom: number}} Box */

/** @param {number} x @param {number} y @param {number} width @param {number} height @returns {Box} */
export const boxAround = (x, y, width, height) => ({ left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 });

/** Negative where they lie on each other. @param {Box} a @param {Box} b */
export const distanceOf = (a, b) => Math.max(a.left - b.right, b.left - a.right, a.top - b.bottom, b.top - a.bottom);
