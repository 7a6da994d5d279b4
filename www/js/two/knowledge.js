// What each of two generals knows of the other's knowledge: every messenger that arrives puts one frame more around the order. Pure.

import { wayOf } from './riders.js';

/** @typedef {import('../state/types.js').Order} Order */
/** `doubt`: does not know; `knows`: that of the frame within, the innermost that of the order. `folded`: so many frames as one. @typedef {{general: number, kind: 'knows' | 'doubt', folded?: number}} Frame */

/** From so many frames on the inner ones are folded. */
const FOLDED_FROM = 5;

/** Who would come to know by messenger number `id`. @param {number} id */
const learnsBy = (id) => wayOf(id).to;

/**
 * The frames, the outermost first: whoever would learn of it by the next messenger is in doubt of all the rest.
 * @param {number} arrived how many messengers have arrived
 * @returns {Frame[]}
 */
export function framesOf(arrived) {
  const known = Array.from({ length: arrived }, (_, i) => /** @type {Frame} */ ({ general: learnsBy(arrived - i), kind: 'knows' }));
  return [{ general: learnsBy(arrived + 1), kind: 'doubt' }, ...known];
}

/**
 * The same as one of them can say it of himself: what became of his own last messenger is out of his sight.
 * @param {number} viewer @param {number} arrived @param {number} messengers how many there are
 * @returns {Frame[]}
 */
export function framesSeenBy(viewer, arrived, messengers) {
  const own = arrived > 0 && learnsBy(arrived) !== viewer ? arrived - 1 : arrived;
  // Nobody has told general 2 of an order; and of the last messenger nobody brings word.
  if ((own === 0 && viewer === 2) || own === messengers) return framesOf(own);
  return [{ general: viewer, kind: 'doubt' }, ...framesOf(own + 1).slice(1)];
}

/** Of many frames the inner ones as one, but for the innermost. @param {Frame[]} frames @returns {Frame[]} */
export function folded(frames) {
  if (frames.length < FOLDED_FROM) return frames;
  const [outer, next] = frames;
  const last = frames[frames.length - 1];
  return [outer, next, { ...frames[2], folded: frames.length - 3 }, last];
}

/**
 * All of it as one sentence: “2 does not know that 1 knows that 2 knows the order: Attack.”
 * @param {import('../words/i18n.js').Speech} say @param {Frame[]} frames @param {Order | null} order null where whoever looks does not know it
 * @param {number | null} viewer whose own doubt it may be
 */
export function sentenceOf(say, frames, order, viewer) {
  const inner = (/** @type {Frame} */ { general, kind }) =>
    say.t(`${kind}.order`, { who: say.id(general), order: order ? say.order(order) : '' });
  const around = (/** @type {string} */ rest, /** @type {Frame} */ { general, kind }) =>
    say.t(kind === 'doubt' && general === viewer ? 'unsure.that' : `${kind}.that`, { who: say.id(general), rest });
  const [innermost, ...outer] = [...frames].reverse();
  return say.t('sentence', { rest: outer.reduce(around, inner(innermost)) });
}
