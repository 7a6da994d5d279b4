// Opening, turning and closing two stages side by side.

import { isComparing, leavePair } from './comparing.js';
import { placeOfRun } from './lesson.js';
import { figureOf } from './screens.js';

/** @typedef {import('./types.js').State} State */
/** @typedef {Partial<State>} Patch */

/** @type {import('./actions.js').Handlers<import('./actions.js').PairAction>} */
export const pairHandlers = {
  /** Through the eyes of a general, or without him the same army under another protocol. */
  pair: (s, { general = null }) => {
    if (!s.session || !s.scenario || (general !== null && !(general >= 1 && general <= s.scenario.n))) return {};
    const opening = !isComparing(s);
    const patch = {
      // The figure that is open stands on both sides.
      place: { ...placeOfRun(s), view: 'pair', pov: general, both: opening ? figureOf(s.place.view) : s.place.both },
      pair: { f: null, lifted: !opening && s.pair.lifted, back: opening ? s.place.pov : s.pair.back, shown: opening ? null : s.pair.shown },
      chosen: general ?? s.chosen,
      letter: null,
    };
    if (!opening || s.cursor > 0) return patch;
    // Nothing has been said at the beginning: all that is said, before anybody decides, is what there is to compare.
    s.session.seek(s.length - 1);
    const { cursor } = s.session;
    return { ...patch, pair: { ...patch.pair, shown: cursor }, cursor, motion: null, playing: false };
  },
  'pair-f': (s, { f }) => ({ pair: { ...s.pair, f } }),
  'pair-lift': (s, { lifted }) => ({ pair: { ...s.pair, lifted } }),
  'pair-close': (s) => ({ place: { ...s.place, view: s.place.both, pov: s.pair.back }, ...leavePair(s) }),
};
