// The film of a run: which moment of it each picture shows, and for how long. It is made of the run and of time alone, never of the clock. Pure.

import { advance } from '../state/motion.js';
import { visibleTime } from '../state/pov.js';

/** @typedef {import('../state/types.js').State} State */
/** A picture: what of the state it shows, and how long it stands. @typedef {{at: Pick<State, 'cursor' | 'motion' | 'playing'>, ms: number}} Picture */

/** How long the first and the last picture stand. */
const FIRST_MS = 800;
const LAST_MS = 2400;
/** One message at a time is too long a film of more than so many: their rounds are shown. */
const SINGLE = 40;

/** The run before anything has happened, ready to be played through. @param {State} s @returns {State} */
export function atBeginning(s) {
  const isLong = visibleTime(s).length > SINGLE;
  return { ...s, cursor: 0, motion: null, playing: true, still: false, speed: 1, mode: isLong ? 'round' : s.mode, chosen: null, lit: null, message: null, flash: null, pointed: [], zoom: { z: 1, x: 0.5, y: 0.5 } };
}

/** The state some milliseconds later. @param {State} s @param {number} ms @returns {State} */
function later(s, ms) {
  const time = visibleTime(s);
  const next = advance({ ...s, cursor: time.place(s.cursor), perRound: time.perRound, length: time.length }, ms, time.next);
  return { ...s, ...next, cursor: time.step(next.cursor) };
}

/** Whether two moments look the same. @param {Picture['at']} a @param {Picture['at']} b */
const isAlike = (a, b) => a.cursor === b.cursor && a.motion?.what === b.motion?.what && a.motion?.progress === b.motion?.progress;

/** The whole run in so many milliseconds from picture to picture; one that does not change stands longer. @param {State} s @param {number} every @returns {Picture[]} */
export function filmPlan(s, every) {
  let now = atBeginning(s);
  /** @type {Picture[]} */
  const pictures = [{ at: { cursor: 0, motion: null, playing: true }, ms: FIRST_MS }];
  while (now.playing) {
    now = later(now, every);
    const at = { cursor: now.cursor, motion: now.motion, playing: now.playing };
    const last = pictures[pictures.length - 1];
    if (isAlike(last.at, at)) last.ms += every;
    else pictures.push({ at, ms: every });
  }
  pictures[pictures.length - 1].ms = LAST_MS;
  return pictures;
}

/** How long it is, in milliseconds. @param {readonly Picture[]} pictures */
export const lengthOf = (pictures) => pictures.reduce((sum, { ms }) => sum + ms, 0);
