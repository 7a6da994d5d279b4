// Quadratic curves: where they are at a parameter, and the stretch between two parameters.

/** @typedef {import('./types.js').Point} Point */
/** @typedef {{x0: number, y0: number, cx: number, cy: number, x1: number, y1: number}} Curve */

/** @param {Curve} c @param {number} t @returns {Point} */
export function pointAt(c, t) {
  const r = 1 - t;
  return {
    x: r * r * c.x0 + 2 * t * r * c.cx + t * t * c.x1,
    y: r * r * c.y0 + 2 * t * r * c.cy + t * t * c.y1,
  };
}

/** The stretch between two parameters is again a quadratic curve. @param {Curve} c @param {number} a @param {number} b @returns {Curve} */
export function cut(c, a, b) {
  const from = pointAt(c, a);
  const to = pointAt(c, b);
  const mix = (/** @type {number} */ p0, /** @type {number} */ p1, /** @type {number} */ p2) =>
    (1 - a) * (1 - b) * p0 + ((1 - a) * b + a * (1 - b)) * p1 + a * b * p2;
  return {
    x0: from.x,
    y0: from.y,
    cx: mix(c.x0, c.cx, c.x1),
    cy: mix(c.y0, c.cy, c.y1),
    x1: to.x,
    y1: to.y,
  };
}

/** @param {Curve} c @returns {Curve} */
export function reversed(c) {
  return { x0: c.x1, y0: c.y1, cx: c.cx, cy: c.cy, x1: c.x0, y1: c.y0 };
}
