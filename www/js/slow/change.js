// What becomes of the list of delays when a letter is delivered next, held, or let go. The order of the other entries stays. Pure.

import { slotOf } from './queue.js';

/** @typedef {import('#generals').Delay} Delay */
/** @typedef {{path: number[], to: number}} Slot */

/** The list with an entry in the place of the one for the same slot, else at its end. @param {readonly Delay[]} delays @param {Delay} entry @returns {Delay[]} */
function put(delays, entry) {
  const at = delays.findIndex((other) => slotOf(other) === slotOf(entry));
  return at < 0 ? [...delays, entry] : delays.map((other, i) => (i === at ? entry : other));
}

/** It is delivered as a step. @param {readonly Delay[]} delays @param {Slot} slot @param {number} step */
export const deliverAs = (delays, { path, to }, step) => put(delays, { path, to, step });

/** It waits until nothing else is under way; `past`: until nobody's patience can end any more. @param {readonly Delay[]} delays @param {Slot} slot @param {boolean} [past] */
export const hold = (delays, { path, to }, past = false) => put(delays, past ? { path, to, step: 0 } : { path, to });

/** It comes in its turn. @param {readonly Delay[]} delays @param {Slot} slot @returns {Delay[]} */
export const letGo = (delays, slot) => delays.filter((other) => slotOf(other) !== slotOf(slot));

/**
 * The same with all that has been delivered kept where it was. A lot is drawn among those that nothing names: one more or less would
 * draw other letters before this step.
 * @param {readonly Delay[]} delays @param {readonly Slot[]} delivered in order, step 1 first @returns {Delay[]}
 */
export function withPast(delays, delivered) {
  const named = new Set(delays.map(slotOf));
  const past = delivered.map(({ path, to }, i) => ({ path, to, step: i + 1 }));
  return [...delays, ...past.filter((entry) => !named.has(slotOf(entry)))];
}
