// Where the generals of a program stand at what is shown: the line, what each knows there as far as whoever looks can know, and the lies told so far. Pure.

import { isDecided } from '../state/decided.js';
import { arrived, roundStart } from '../state/motion.js';
import { povOf } from '../state/pov.js';
import { LISTED, RIDE_BYTES, liesOf, ridesOf } from '../state/session-cache.js';
import { isOwn } from '../state/spec.js';

/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('#generals').Standings} Standings */
/** @typedef {Pick<State, 'session' | 'spec' | 'scenario' | 'place' | 'cursor' | 'length' | 'perRound' | 'motion' | 'verdict'>} Looking */
/** @typedef {{from: number, to: number}} Lie */

/** @type {WeakMap<NonNullable<State['session']>, {step: number, found: Standings | null}>} */
const memory = new WeakMap();

/** The step that is shown: the last one waits until all have decided before the reader's eyes. @param {Looking} s */
const stepOf = (s) => (s.cursor === s.length && !isDecided(/** @type {State} */ (s)) ? s.length - 1 : s.cursor);

/** Where all stand; null where no program is on the stage, or its run is too long to be followed line by line. @param {Looking} s @returns {Standings | null} */
export function standingsOf(s) {
  const { session } = s;
  if (!session || !isOwn(s) || s.length > LISTED) return null;
  const step = stepOf(s);
  const last = memory.get(session);
  if (last?.step === step) return last.found;
  const here = session.cursor;
  session.seek(step);
  const found = session.standings();
  session.seek(here);
  memory.set(session, { step, found });
  return found;
}

/** The line at which they stand, in the text as all write it. @param {Standings} all */
export const lineOf = ({ round, lines }) => lines[round - 1];

/** Those of whom whoever looks can know what they know: through a general's eyes he alone. @param {Looking} s @param {Standings} all */
export const open = (s, all) => all.generals.filter(({ general }) => povOf(s) === null || povOf(s) === general);

/** The lies told so far, by the line of their round; through a general's eyes none can be told. @param {Looking} s @param {Standings} all */
export function liesByLine(s, all) {
  /** @type {Map<number, Lie[]>} */
  const found = new Map();
  if (!s.session || povOf(s) !== null) return found;
  const now = arrived(s);
  for (let round = 1; round <= Math.min(all.round, s.perRound.length); round++) {
    const bytes = ridesOf(s.session, round);
    const start = roundStart(s.perRound, round);
    for (const at of liesOf(s.session, round)) {
      if (start + at + 1 > now) break;
      const line = all.lines[round - 1];
      const lies = found.get(line) ?? [];
      found.set(line, lies);
      lies.push({ from: bytes[at * RIDE_BYTES], to: bytes[at * RIDE_BYTES + 1] });
    }
  }
  return found;
}

/** The lines of a text in which something stands, from 1. @param {string} text */
const written = (text) => text.split('\n').flatMap((line, at) => (line.trim() === '' ? [] : [at + 1]));

/**
 * Where a line of the text as all write it stands in the text as it was typed: only empty lines tell the two apart. Null where more does.
 * @param {string} tidy @param {string} typed @param {number} line
 */
export function lineIn(tidy, typed, line) {
  const [all, here] = [written(tidy), written(typed)];
  return all.length === here.length ? (here[all.indexOf(line)] ?? null) : null;
}
