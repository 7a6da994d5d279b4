// Whether two runs stand side by side, and what is chosen of that.

import { lessonsPage } from './lesson.js';

/** @typedef {import('./types.js').State} State */

/** One run. @type {State['pair']} */
export const ALONE = { f: null, lifted: false, back: null, shown: null };

/** Leaving two runs: the run stands where it stood, unless the reader has moved it since. @param {State} s @returns {Partial<State>} */
export function leavePair(s) {
  if (s.pair.shown === null || s.cursor !== s.pair.shown) return { pair: ALONE };
  s.session?.seek(0);
  return { pair: ALONE, cursor: 0, motion: null, playing: false };
}

/** Whether two runs are compared. @param {Pick<State, 'place' | 'session'>} s */
export const isComparing = (s) => s.place.view === 'pair' && s.session !== null && lessonsPage(s) === null;
