// Which messenger lies under a point of the stage.
import { hasLeft, isSlim, levelOf, messengerScale, positions, riding } from './crowd.js';

/** @typedef {import('./types.js').Layout} Layout */
/** @typedef {import('./types.js').World} World */
/** @typedef {import('./types.js').Ride} Ride */

/** Half the sides of a scroll with a little air, at scale 1. */
const SCROLL = { x: 26, y: 18 };
const SLIM = { x: 17, y: 18 };
const GLYPH = { x: 9, y: 8 };
/** Half a fingertip. */
const TOUCH = 22;

/**
 * The topmost messenger at x, y, or null. Those of a crowd the engine finds.
 * @param {Layout} layout @param {World} world @param {number} x @param {number} y @param {{touch?: boolean}} [pointer]
 * @returns {Ride|null}
 */
export function hit(layout, world, x, y, { touch = false } = {}) {
  const level = levelOf(riding(world));
  const k = messengerScale(layout, world.rides.length);
  const half = level === 'glyph' ? GLYPH : isSlim(world.rides.length) ? SLIM : SCROLL;
  const reach = { x: half.x * k, y: half.y * k };
  if (touch) {
    reach.x = Math.max(reach.x, TOUCH);
    reach.y = Math.max(reach.y, TOUCH);
  }
  const at = positions(layout, world);
  for (let i = at.length - 1; i >= 0; i -= 1) {
    const p = /** @type {import('./types.js').Point} */ (at[i]);
    const ride = world.rides[i];
    if (ride && hasLeft(ride) && Math.abs(p.x - x) <= reach.x && Math.abs(p.y - y) <= reach.y) return ride;
  }
  return null;
}

/**
 * Where a messenger is on the stage, for a note beside him; null where he is not drawn by himself.
 * @param {Layout} layout @param {World} world @param {number} index his `index`
 * @returns {{x: number, y: number, width: number, height: number}|null} the middle and the whole size of his mark, halo included
 */
export function whereabouts(layout, world, index) {
  const level = levelOf(riding(world));
  const i = world.rides.findIndex((ride) => ride.index === index);
  if (i < 0) return null;
  const p = positions(layout, world)[i];
  if (!p) return null;
  const k = messengerScale(layout, world.rides.length);
  const side = level === 'glyph' ? { x: 20, y: 20 } : { x: isSlim(world.rides.length) ? 48 : 64, y: 46 };
  return { x: p.x, y: p.y, width: side.x * k, height: side.y * k };
}
