// The letters under way as the page has them: what has been sent by now, in order of delivery, each with its place. Pure.

import { arrived } from '../state/motion.js';
import { povOf } from '../state/pov.js';

/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('#generals').Queued} Queued */
/** @typedef {import('#generals').Delay} Delay */
/**
 * `place`: of those that are not held, from 1; null while it is held. `past`: it is held past all patience.
 * @typedef {{queued: Queued, key: string, place: number | null, past: boolean}} Row
 */

/** @type {WeakMap<object, {cursor: number, queue: Queued[]}>} */
const asked = new WeakMap();

/** All that the engine has under way at the cursor: asked once a step. @param {NonNullable<State['session']>} session @param {number} cursor */
function queueAt(session, cursor) {
  const known = asked.get(session);
  if (known?.cursor === cursor) return known.queue;
  const queue = session.queue();
  asked.set(session, { cursor, queue });
  return queue;
}

/**
 * What is under way, as far as whoever looks may know: eyes see nothing of it. While a letter still rides, what is answered to it is not sent;
 * where somebody says nothing, nobody rides, though it is a step that nothing comes.
 * @param {Pick<State, 'session' | 'place' | 'scenario' | 'cursor' | 'perRound' | 'motion'>} s @returns {Queued[]}
 */
export function queueOf(s) {
  if (!s.session || povOf(s) !== null) return [];
  const now = arrived(s);
  return queueAt(s.session, s.cursor).filter(({ event }) => event.said !== null && (event.sent ?? 0) <= now);
}

/** Until nothing else is under way, or past all patience: until a step is no more than a place. @param {Queued} queued */
export const isHeld = ({ held }) => held === true || held === 0;

/** @type {WeakMap<object, Row[]>} */
const rowsKnown = new WeakMap();

/** The rows of what is under way, made once for each state: each row that is drawn asks for them. @param {State} s @returns {Row[]} */
export function rowsNow(s) {
  const known = rowsKnown.get(s) ?? rowsOf(queueOf(s));
  rowsKnown.set(s, known);
  return known;
}

/** @param {Queued[]} queue @returns {Row[]} */
export function rowsOf(queue) {
  let place = 0;
  return queue.map((queued) => ({
    queued,
    key: `${queued.event.path.join('.')}-${queued.event.to} ${queued.event.said}`,
    place: isHeld(queued) ? null : ++place,
    past: queued.held === 0,
  }));
}

/**
 * What the reader has done to deliveries that is not under way now: delivered as a step, or still to be sent, each with whether it is never sent.
 * @param {readonly Delay[]} delays @param {readonly Delay[]} unsent @param {Queued[]} queue
 */
export function editsOf(delays, unsent, queue) {
  const listed = new Set(queue.filter(isHeld).map(({ event }) => slotOf(event)));
  const never = new Set(unsent.map(slotOf));
  return delays.filter((delay) => !listed.has(slotOf(delay))).map((delay) => ({ delay, isNever: never.has(slotOf(delay)) }));
}

/** @param {{path: number[], to: number}} slot */
export const slotOf = ({ path, to }) => `${path.join('.')}-${to}`;
