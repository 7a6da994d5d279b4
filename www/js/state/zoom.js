// The part of the stage that is seen, in parts of its size, so that it survives every resize. Pure.

/** @typedef {{z: number, x: number, y: number}} Zoom times, and the place of the stage that is in the middle of what is seen */
/** @typedef {{x: number, y: number}} Point */

/** @type {Zoom} */
export const WHOLE = Object.freeze({ z: 1, x: 0.5, y: 0.5 });
export const LARGEST = 6;
/** How much nearer one press of a key or a button brings. */
export const NEARER = 1.6;

/** What is seen never leaves the stage. @param {number} z @param {number} x @param {number} y @returns {Zoom} */
function held(z, x, y) {
  const half = 0.5 / z;
  return { z, x: Math.max(half, Math.min(1 - half, x)), y: Math.max(half, Math.min(1 - half, y)) };
}

/**
 * Nearer or farther, with the point under the fingers staying where it is.
 * @param {Zoom} zoom @param {number} by @param {Point} [at] in parts of what is seen
 */
export function zoomed({ z, x, y }, by, at = { x: 0.5, y: 0.5 }) {
  const next = Math.max(1, Math.min(LARGEST, z * by));
  const shift = 1 / z - 1 / next;
  return next === 1 ? WHOLE : held(next, x + (at.x - 0.5) * shift, y + (at.y - 0.5) * shift);
}

/** Moved by parts of what is seen. @param {Zoom} zoom @param {number} dx @param {number} dy */
export function moved({ z, x, y }, dx, dy) {
  return held(z, x + dx / z, y + dy / z);
}

/**
 * Just so far that this point of the stage, in its parts, is seen with a margin.
 * @param {Zoom} zoom @param {Point} at @param {number} [margin]
 */
export function showing({ z, x, y }, at, margin = 0.12) {
  const reach = (0.5 - margin) / z;
  const towards = (/** @type {number} */ now, /** @type {number} */ to) => Math.max(to - reach, Math.min(to + reach, now));
  return held(z, towards(x, at.x), towards(y, at.y));
}

/**
 * How a picture of the stage is laid on a window of this size: `times` larger, moved by so many px.
 * @param {Zoom} zoom @param {number} width @param {number} height
 */
export function frameOf({ z, x, y }, width, height) {
  return { times: z, dx: (0.5 - x * z) * width, dy: (0.5 - y * z) * height };
}
