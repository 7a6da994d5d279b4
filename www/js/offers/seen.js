// What an offer asks of the page: which run is on the screen, how far it has come, and whether the reader has gone his own way.

import { isDecided } from '../state/decided.js';
import { isMoving } from '../state/motion.js';
import { povOf } from '../state/pov.js';
import { screenOf } from '../state/screens.js';
import { PATH, TWO_WORLDS } from './path.js';

/** @typedef {import('../state/types.js').State} State */
/** @typedef {ReturnType<typeof seen>} Seen */

/** The reader has edited something, or opened what no offer leads to. @param {State} s */
export function isElsewhere(s) {
  const screen = screenOf(s);
  return (
    !PATH.some(({ over }) => over === s.link) ||
    s.past.length + s.future.length > 0 ||
    s.place.lesson !== null ||
    screen === 'lab' ||
    (screen === 'pair' && s.link !== TWO_WORLDS)
  );
}

/** @param {State} s */
export const seen = (s) => ({
  run: s.link,
  isElsewhere: isElsewhere(s),
  hasBegun: s.cursor > 0 || s.playing,
  isMoving: isMoving(s),
  isEnded: isDecided(s),
  /** Nothing can be offered now: in a hall, or in fog, where the words would tell who the traitor is; those over two worlds tell nothing. */
  isVeiled: s.projector || (povOf(s) !== null && s.link !== TWO_WORLDS),
});
