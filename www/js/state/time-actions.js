// Time: what the transport and the keys do, from one step to the next, and what each frame adds.

import { advance, isMoving, nextBoundary, previousBoundary, scrubbed, setOut } from './motion.js';
import { visibleTime } from './pov.js';

/** @typedef {import('./types.js').State} State */
/** @typedef {Partial<State>} Patch */

/** The state with its time in places of the transport, and the way back to steps. @param {State} s */
function visibleTimeline(s) {
  const time = visibleTime(s);
  return { time, placed: { ...s, cursor: time.place(s.cursor), perRound: time.perRound, length: time.length } };
}

/** Shows a step at once, without a ride. @param {State} s @param {number} step @returns {Patch} */
export function showStep(s, step) {
  if (!s.session) return {};
  s.session.seek(step);
  return { cursor: s.session.cursor, motion: null };
}

/** One step on, with its ride. @param {State} s @returns {Patch} */
function stepOnce(s) {
  if (!s.session) return {};
  const { time, placed } = visibleTimeline(s);
  const next = setOut({ ...placed, mode: 'message' }, time.next);
  if (!next) return { playing: false };
  s.session.seek(time.step(next.cursor));
  return { cursor: s.session.cursor, motion: s.still ? null : next.motion, playing: false };
}

/** The end is being played. @param {State} s */
const isEnding = (s) => s.motion?.what === 'ending' && s.motion.progress < 1;

/** @param {State} s @returns {Patch} */
export const pauseRide = (s) => ({ playing: false, motion: s.motion && { ...s.motion, held: s.motion.progress < 1 } });

/** To the decision of all, which rides like a step. @param {State} s @returns {Patch} */
export const toEnd = (s) => (s.cursor === s.length ? { playing: false } : stepOnce({ ...s, cursor: s.length - 1 }));

/** The end that is being played is shown at once. @param {State} s @returns {Patch} */
const skipEnding = (s) => (isEnding(s) && s.motion ? { playing: false, motion: { ...s.motion, progress: 1 } } : {});

/** Plays, from the beginning where all is over. @param {State} s @returns {Patch} */
export function playOn(s) {
  if (!s.session) return {};
  if (isEnding(s)) return skipEnding(s);
  const resumed = s.motion && { ...s.motion, held: false, rest: s.motion.progress >= 1 ? Infinity : 0 };
  return s.cursor >= s.length && !(resumed && resumed.progress < 1)
    ? { ...showStep(s, 0), playing: true }
    : { playing: true, motion: resumed };
}

/** @param {State} s @param {number} step @returns {Patch} */
const seek = (s, step) => ({ ...showStep(s, step), playing: false });

/** With signatures eyes stand only at what they see: that anything else happens is itself unknown. @param {State} s @returns {State} */
export function snapToVisible(s) {
  const time = visibleTime(s);
  const cursor = time.step(time.place(s.cursor));
  if (!s.session || cursor === s.cursor) return s;
  s.session.seek(cursor);
  return { ...s, cursor, motion: null, playing: false };
}

/** @type {import('./actions.js').Handlers<import('./actions.js').TimeAction>} */
export const timeHandlers = {
  seek: (s, { step }) => seek(s, step),
  step: stepOnce,
  back: (s) => {
    const { time, placed } = visibleTimeline(s);
    return seek(s, time.step(time.previous(placed.cursor)));
  },
  start: (s) => seek(s, 0),
  end: toEnd,
  'next-round': (s) => {
    const { time, placed } = visibleTimeline(s);
    const next = nextBoundary(time.perRound, placed.cursor);
    return next >= time.length ? toEnd(s) : seek(s, time.step(next));
  },
  'previous-round': (s) => {
    const { time, placed } = visibleTimeline(s);
    return seek(s, time.step(previousBoundary(time.perRound, placed.cursor)));
  },
  play: playOn,
  pause: (s) => (isEnding(s) ? skipEnding(s) : pauseRide(s)),
  skip: skipEnding,
  advance: (s, { ms }) => {
    const flash = s.flash && s.flash.left > ms ? { ...s.flash, left: s.flash.left - ms } : null;
    if (!isMoving(s)) return { flash };
    const { time, placed } = visibleTimeline(s);
    const next = advance(placed, ms, time.next);
    const cursor = time.step(next.cursor);
    if (s.session && cursor !== s.cursor) s.session.seek(cursor);
    return { ...next, cursor, flash };
  },
  scrub: (s, { place }) => {
    if (!s.session) return {};
    const next = s.still ? null : scrubbed(s, place);
    if (!next) return seek(s, Math.round(place));
    s.session.seek(next.cursor);
    return { ...next, playing: false };
  },
  mode: (s, { mode }) => ({ mode, motion: s.motion?.what === 'round' ? null : s.motion }),
  speed: (_, { speed }) => ({ speed }),
  still: (_, { still }) => ({ still, motion: null, playing: false }),
};
