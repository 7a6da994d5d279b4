// The messengers of two generals as the map shows them: who waits, rides, has arrived, is caught, or never sets out. Pure.

import { arrived } from '../state/motion.js';
import { povOf } from '../state/pov.js';

/** @typedef {import('../state/types.js').State} State */
/** @typedef {Pick<State, 'scenario' | 'cursor' | 'length' | 'perRound' | 'motion' | 'still' | 'place'>} Seen */
/**
 * `ahead`: he has not set out; `gone`: he has ridden off, and whoever looks cannot know what became of him.
 * @typedef {'ahead' | 'riding' | 'arrived' | 'caught' | 'gone' | 'never'} Fate
 */
/** `progress`: of the way that he makes, 0…1; `isShort`: he comes into the valley and no farther, or whoever looks sees no farther. @typedef {{id: number, from: number, to: number, fate: Fate, progress: number, isShort: boolean}} Rider */

/** Where a messenger is drawn when nothing may move. */
const STILL = 0.55;

/** How many messengers there are. @param {Pick<State, 'scenario'>} s */
export const messengersOf = ({ scenario }) => (scenario?.m ?? 0) + 1;

/** Which of them is caught; 0: none. @param {Pick<State, 'scenario'>} s */
export const caughtOf = ({ scenario }) => scenario?.lost ?? 0;

/** Odd ones ride from general 1 to general 2, even ones back. @param {number} id */
export const wayOf = (id) => (id % 2 === 1 ? { from: 1, to: 2 } : { from: 2, to: 1 });

/** How many have arrived by now: the first of them, for each sets out when the one before has come. @param {Seen} s */
export function arrivedOf(s) {
  const lost = caughtOf(s);
  return Math.min(Math.max(0, arrived(s)), lost ? lost - 1 : messengersOf(s));
}

/** Who is on the road now, and how far of his way. @param {Seen} s @returns {{id: number, progress: number}} */
function onTheWay(s) {
  const { motion, cursor, length } = s;
  if (motion?.what === 'ending' || (!motion && cursor >= length)) return { id: length, progress: 1 };
  const id = motion?.what === 'round' ? motion.round : cursor;
  return { id, progress: s.still ? STILL : motion ? motion.progress : 1 };
}

/** @param {Seen} s @returns {Rider[]} */
export function ridersOf(s) {
  const [count, lost] = [messengersOf(s), caughtOf(s)];
  const now = onTheWay(s);
  const all = Array.from({ length: count }, (_, i) => {
    const id = i + 1;
    const rides = id === now.id && id <= (lost || count);
    const isBehind = id < now.id;
    /** @type {Fate} */
    let fate = 'ahead';
    if (lost && id > lost) fate = 'never';
    else if (rides && id === lost) fate = now.progress >= 1 || s.still ? 'caught' : 'riding';
    else if (rides) fate = 'riding';
    else if (isBehind) fate = id === lost ? 'caught' : 'arrived';
    return { id, ...wayOf(id), fate, progress: rides ? now.progress : isBehind ? 1 : 0, isShort: id === lost };
  });
  const viewer = povOf(s);
  return viewer === null ? all : all.map((rider) => asSeenBy(viewer, rider, arrivedOf(s)));
}

/**
 * The same as one of the two can know it: of his own he knows that they ride off, of the other's those that come to him.
 * @param {number} viewer @param {Rider} rider @param {number} arrivedSoFar @returns {Rider}
 */
function asSeenBy(viewer, rider, arrivedSoFar) {
  const { id, from, fate, isShort } = rider;
  /** @type {Rider} */
  const waiting = { ...rider, fate: 'ahead', progress: 0, isShort: false };
  if (fate === 'ahead' || fate === 'never') return waiting;
  if (from !== viewer) return isShort ? waiting : rider;
  // An answer says that his messenger has arrived.
  return id < arrivedSoFar ? rider : { ...rider, fate: 'gone', isShort: true };
}
