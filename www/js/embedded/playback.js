// When a run plays by itself, and when it waits: only in sight, as its link says. Pure: no clock and no page here.

import { arrived } from '../state/motion.js';
import { visibleTime } from '../state/pov.js';

/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('../state/actions.js').Action} Action */
/**
 * `isSeen`: in sight; `isHeld`: played until it was out of sight, and goes on when it is seen again; `isArmed`: the link says that it plays,
 * and it has not begun; `isResting`: at its end, and begins anew; `from`: the step from which it plays.
 * @typedef {{isSeen: boolean, isHeld: boolean, isArmed: boolean, isResting: boolean, from: number}} Memory
 */

/** @type {Memory} */
export const UNSEEN = { isSeen: false, isHeld: false, isArmed: false, isResting: false, from: 0 };

/** @typedef {{memory: Memory, actions: Action[]}} Move */

/** Where it stops. @param {State} s */
const stopOf = ({ presentation: { until }, length }) => (until === null || until <= 0 ? length : Math.min(until, length));

/** @param {State} s */
const hasReached = (s) => s.length > 0 && arrived(s) >= stopOf(s);

/** Whether a run plays, or would if it were looked at. @param {Memory} memory @param {State} s */
export const isGoing = ({ isResting }, s) => s.playing || isResting;

/** Plays on, a loop from where the link begins. @param {State} s @returns {Action[]} */
function begin(s) {
  const { presentation, place } = s;
  const start = place.at < stopOf(s) ? place.at : 0;
  return presentation.loop && hasReached(s) ? [{ type: 'seek', step: start }, { type: 'play' }] : [{ type: 'play' }];
}

/** @param {Memory} memory @param {State} s @param {boolean} isSeen @returns {Move} */
export function whenSeen(memory, s, isSeen) {
  if (isSeen === memory.isSeen) return { memory, actions: [] };
  if (isSeen) {
    const actions = memory.isHeld || memory.isArmed ? begin(s) : [];
    return { memory: { ...memory, isSeen, isHeld: false, isArmed: false }, actions };
  }
  const isHeld = isGoing(memory, s);
  return { memory: { ...memory, isSeen, isHeld, isResting: false }, actions: s.playing ? [{ type: 'pause' }] : [] };
}

/** The rest at the end is over. @param {Memory} memory @param {State} s @returns {Move} */
export const whenRested = (memory, s) => (memory.isResting ? { memory: { ...memory, isResting: false }, actions: begin(s) } : { memory, actions: [] });

/** Somebody wants it to stand still. @param {Memory} memory @returns {Memory} */
export const stilled = (memory) => ({ ...memory, isHeld: false, isArmed: false, isResting: false });

/** What stops at the step where the link says so; a round that rides is cut there. @param {State} s @param {number} from @returns {Action[]} */
function stopThere(s, from) {
  const stop = stopOf(s);
  if (from >= stop || stop >= s.length || s.cursor < stop) return [];
  const isUnderWay = s.motion !== null && s.motion.progress < 1;
  const { step, place } = visibleTime(s);
  // In fog there may be nothing to be seen at that very step.
  if (s.motion?.what === 'round' && (isUnderWay || s.cursor > stop) && step(place(stop)) === stop) return [{ type: 'seek', step: stop }];
  return isUnderWay ? [] : [{ type: 'pause' }];
}

/**
 * @param {Memory} memory @param {State | null} before null: nothing was open @param {State} s
 * @param {boolean} isByReader the reader has just pressed something @returns {Move}
 */
export function whenChanged(memory, before, s, isByReader) {
  /** @type {Action[]} */
  const actions = [];
  const { presentation } = s;
  let next = memory;
  const isOpened = presentation !== before?.presentation;
  if (isOpened) {
    next = { ...stilled(next), isArmed: presentation.autoplay };
    if (presentation.speed !== (before?.presentation.speed ?? 1)) actions.push({ type: 'speed', speed: presentation.speed });
  } else if (before && (s.cursor !== before.cursor || s.session !== before.session) && !s.playing && !before.playing) next = { ...next, isHeld: false, isResting: false };

  if (s.playing) {
    if (!before?.playing || s.session !== before.session) next = { ...stilled(next), from: s.cursor };
    if (!next.isSeen) return { memory: { ...next, isHeld: true }, actions: [...actions, { type: 'pause' }] };
    return { memory: next, actions: [...actions, ...stopThere(s, next.from)] };
  }
  if (before?.playing && !isOpened && presentation.loop && next.isSeen && !isByReader && next.from < stopOf(s) && hasReached(s)) next = { ...next, isResting: true };
  if (next.isArmed && next.isSeen) return { memory: { ...next, isArmed: false }, actions: [...actions, ...begin(s)] };
  return { memory: next, actions };
}
