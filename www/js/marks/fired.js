// The rules that fired in a run: by the step after which each holds, and for one general as far as the cursor is. Pure.

import { arrived } from '../state/motion.js';
import { loyalty } from '../state/pov.js';
import { restsOn } from '../state/spec.js';
import { votesOf } from '../state/session-cache.js';

/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('../state/types.js').Session} Session */
/** @typedef {Pick<State, 'session' | 'spec' | 'scenario' | 'place' | 'cursor' | 'length' | 'perRound' | 'motion'>} Looking */
/** @typedef {import('#generals').Mark} Mark */
/** A rule and for whom it fired. @typedef {Mark & {general: number}} Fired */

/** @type {WeakMap<Session, Map<number, Fired[]>>} */
const memory = new WeakMap();

/** What a general came to in the whole run, in the order of steps; of a traitor nothing. @param {Session} session @param {number} general @returns {Mark[]} */
export function marksOf(session, general) {
  const votes = votesOf(session, general);
  return votes && 'marks' in votes ? votes.marks : [];
}

/** Of all generals, by steps. @param {Session} session @param {number} n */
function byStep(session, n) {
  const known = memory.get(session);
  if (known) return known;
  /** @type {Map<number, Fired[]>} */
  const found = new Map();
  for (let general = 1; general <= n; general++)
    for (const mark of marksOf(session, general)) {
      const row = found.get(mark.step) ?? [];
      found.set(mark.step, row);
      row.push({ ...mark, general });
    }
  memory.set(session, found);
  return found;
}

/** What came of a step. @param {Session} session @param {number} n @param {number} step */
export const firedAt = (session, n, step) => byStep(session, n).get(step) ?? [];

/** What a general has come to by now, as far as whoever looks can know; 0 is nobody. @param {Looking} s @param {number} general @returns {Mark[]} */
export function marksSoFar(s, general) {
  if (!s.session || general === 0 || !restsOn(s, 'marks') || loyalty(s, general) !== true) return [];
  const now = Math.max(0, arrived(s));
  return marksOf(s.session, general).filter(({ step }) => step <= now);
}

/** Rules that say what he is for from then on. */
const HOLDING = ['opinion', 'adopt', 'sure', 'follows', 'coin', 'echo', 'accept', 'decide'];

/** What he is for by now: of a traitor what he started with. @param {Looking} s @param {number} general @returns {'A' | 'R' | null} */
export function holdsNow(s, general) {
  const word = marksSoFar(s, general).findLast(({ mark }) => HOLDING.includes(mark))?.word;
  return word === 'A' || word === 'R' ? word : null;
}

/** How sure he is of it in the phase in which he stands: 'sure', 'follows', or nothing yet. @param {Looking} s @param {number} general @returns {'sure' | 'follows' | null} */
export function standing(s, general) {
  const marks = marksSoFar(s, general);
  const phase = marks.at(-1)?.phase;
  const last = marks.findLast((mark) => mark.phase === phase && (mark.mark === 'sure' || mark.mark === 'follows'));
  return /** @type {'sure' | 'follows' | undefined} */ (last?.mark) ?? null;
}

/** @type {WeakMap<Session, Map<number, number>>} */
const led = new WeakMap();

/** Who leads each phase, as letters say it. @param {Session} session @returns {ReadonlyMap<number, number>} */
export function leadersOf(session) {
  const known = led.get(session);
  if (known) return known;
  /** @type {Map<number, number>} */
  const found = new Map();
  session.leaders.forEach((leader, i) => leader && found.set(i + 1, leader));
  led.set(session, found);
  return found;
}

/** Who leads the phase of the letter at the cursor; before the first that of the first. @param {Pick<State, 'session' | 'cursor' | 'length'>} s */
export function leaderNow({ session, cursor, length }) {
  const event = session?.event(Math.max(1, Math.min(cursor, length - 1)));
  return event?.kind === 'message' ? (event.part?.leader ?? null) : null;
}
