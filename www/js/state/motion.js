// Time as numbers: how a ride, a round and an ending move on by some milliseconds. No clock here.

/** @typedef {import('./types.js').Motion} Motion */
/**
 * @typedef {{cursor: number, length: number, perRound: (number | null)[], motion: Motion | null, mode: import('./types.js').Mode, speed: number, still: boolean, playing: boolean}} Timed
 */

export const RIDE_MS = 1600;
export const ENDING_MS = 900;
/** With reduced motion nothing rides: a round is shown this long. */
export const STILL_MS = 2000;
/** How long the edge of a changed message stays marked. */
export const FLASH_MS = 700;
/** Sums of frames are not exact. */
const ROUNDING_MS = 1e-6;
const REST_MS = { round: 420, message: 260, ending: 0 };

/** The last step of every round. @param {(number | null)[]} perRound */
export function roundEnds(perRound) {
  let step = 0;
  return perRound.map((count) => (step += count ?? 0));
}

/** How many steps lie before a round. @param {(number | null)[]} perRound @param {number} round */
export function roundStart(perRound, round) {
  return perRound.slice(0, round - 1).reduce((/** @type {number} */ sum, count) => sum + (count ?? 0), 0);
}

/** The round of step k, from 1; 0 before the first step. @param {(number | null)[]} perRound @param {number} step */
export function roundOf(perRound, step) {
  if (step <= 0) return 0;
  const i = roundEnds(perRound).findIndex((end) => step <= end);
  return i < 0 ? perRound.length : i + 1;
}

/**
 * The next round boundary after `step`: a round's end, or the decision.
 * @param {(number | null)[]} perRound @param {number} step
 */
export function nextBoundary(perRound, step) {
  const ends = roundEnds(perRound);
  return ends.find((end) => end > step) ?? (ends.at(-1) ?? 0) + 1;
}

/** The nearest round boundary before `step`. @param {(number | null)[]} perRound @param {number} step */
export function previousBoundary(perRound, step) {
  return [0, ...roundEnds(perRound)].filter((end) => end < step).at(-1) ?? 0;
}

/**
 * What sets out next from this cursor, or null at the end.
 * @param {Timed} s @param {(step: number) => number} [following] the next step to be shown, in fog not the next there is
 * @returns {{motion: Motion, cursor: number} | null}
 */
export function setOut(s, following = (step) => step + 1) {
  if (s.cursor >= s.length) return null;
  const next = s.mode === 'message' ? following(s.cursor) : s.cursor + 1;
  if (next === s.length)
    return { cursor: next, motion: { what: 'ending', round: s.perRound.length, progress: 0, rest: 0, held: false } };
  const round = roundOf(s.perRound, next);
  if (s.mode === 'message') return { cursor: next, motion: { what: 'message', round, progress: 0, rest: 0, held: false } };
  const count = s.perRound[round - 1] ?? 1;
  const before = roundEnds(s.perRound)[round - 1] - count;
  return { cursor: s.cursor, motion: { what: 'round', round, progress: (s.cursor - before) / count, rest: 0, held: false } };
}

/**
 * Moves on by `ms`. While a round rides, the cursor follows it.
 * @param {Timed} s @param {number} ms @param {(step: number) => number} [following]
 * @returns {{cursor: number, motion: Motion | null, playing: boolean}}
 */
export function advance(s, ms, following) {
  let { cursor, playing } = s;
  let motion = s.motion;
  if (!motion || (playing && motion.progress >= 1 && motion.rest >= REST_MS[motion.what])) {
    const next = playing ? setOut(s, following) : null;
    if (!next) return { cursor, motion, playing: false };
    ({ cursor, motion } = next);
  }
  const duration = s.still ? STILL_MS : motion.what === 'ending' ? ENDING_MS : RIDE_MS;
  const left = (1 - motion.progress) * duration;
  const moved = ms * s.speed;
  if (moved < left - ROUNDING_MS) motion = { ...motion, progress: motion.progress + moved / duration };
  else motion = { ...motion, progress: 1, rest: motion.rest + (left > 0 ? 0 : moved) };
  if (motion.what === 'round') {
    const end = roundEnds(s.perRound)[motion.round - 1];
    const count = s.perRound[motion.round - 1] ?? 0;
    cursor = end - count + Math.floor(motion.progress * count + 1e-9);
  }
  if (motion.what === 'ending' && motion.progress >= 1) playing = false;
  return { cursor, motion, playing };
}

/**
 * The ride as it is at a place of the scrubber, halted: in rounds all are on the road, one at a time the one who is. Null where nobody rides.
 * @param {Timed} s @param {number} place in steps and parts of steps
 * @returns {{cursor: number, motion: Motion} | null}
 */
export function scrubbed(s, place) {
  if (place <= 0 || place > s.length - 1) return null;
  const round = roundOf(s.perRound, Math.ceil(place));
  if (s.mode === 'message') {
    const cursor = Math.ceil(place);
    return { cursor, motion: { what: 'message', round, progress: 1 - (cursor - place), rest: 0, held: place < cursor } };
  }
  const before = roundStart(s.perRound, round);
  const progress = (place - before) / (s.perRound[round - 1] ?? 1);
  return { cursor: Math.floor(place), motion: { what: 'round', round, progress, rest: 0, held: progress < 1 } };
}

/** Whether anything has to move. @param {{playing: boolean, motion: Motion | null}} s */
export function isMoving(s) {
  return s.playing || (s.motion !== null && s.motion.progress < 1 && !s.motion.held);
}

/**
 * The last step whose messenger has arrived: what is known so far.
 * @param {{cursor: number, perRound: (number | null)[], motion: Motion | null}} s
 */
export function arrived(s) {
  const m = s.motion;
  if (!m || m.progress >= 1) return s.cursor;
  if (m.what === 'round') return roundEnds(s.perRound)[m.round - 1] - (s.perRound[m.round - 1] ?? 0);
  return s.cursor - 1;
}

/**
 * Where the thumb of the scrubber stands, in steps and parts of steps.
 * @param {{cursor: number, perRound: (number | null)[], motion: Motion | null}} s
 */
export function thumb(s) {
  const m = s.motion;
  if (!m || m.progress >= 1) return s.cursor;
  if (m.what === 'round') {
    const count = s.perRound[m.round - 1] ?? 0;
    return roundEnds(s.perRound)[m.round - 1] - count + m.progress * count;
  }
  return s.cursor - 1 + m.progress;
}

/**
 * Is the message of this step on the map now?
 * @param {Pick<import('./types.js').State, 'session' | 'cursor' | 'length' | 'perRound' | 'motion'>} s @param {number} step
 */
export function isInFlight(s, step) {
  if (!s.session || step >= s.length || s.motion?.what === 'ending') return false;
  return s.motion?.what === 'round' ? roundOf(s.perRound, step) === s.motion.round : s.cursor === step;
}
