// Whether two runs stand side by side, and what is chosen of that.

/** @typedef {import('./types.js').State} State */

/** One run. @type {State['pair']} */
export const ALONE = { f: null, lifted: false, back: null };

/** Whether two runs are compared. @param {Pick<State, 'place' | 'session'>} s */
export const isComparing = (s) => s.place.view === 'pair' && s.session !== null;
