// The reader's attempts at a goal: each run that he makes is judged once, and counted.

import { checked } from '../signed/letter-findings.js';
import { looked } from '../state/address.js';
import { address } from '../state/engine.js';
import { judgeGoal } from './goal.js';
import { isOnStage } from './open-beat.js';

/** @typedef {import('./types.js').Goal} Goal */
/** @typedef {ReturnType<typeof judgeGoal>} Judged */

/** @type {Judged} */
const NOT_YET = { isReached: false, lies: null, broken: [] };

/**
 * @param {import('../shell/page.js').Page} page @param {string} start the link where it begins @param {Goal | undefined} goal
 * @param {boolean} isHere whether it begins on the stage of its beat
 */
export function attempt({ store }, start, goal, isHere) {
  /** @type {Set<string>} */
  const tried = new Set();
  let last = { here: '', judged: NOT_YET };
  /** A turn that begins elsewhere than its beat has not begun before that is open. */
  let hasBegun = isHere;

  /** The letter under the glass, as the reader has changed it, is refused. @param {string} why */
  function isLetterRefused(why) {
    const { letter, session } = store.state;
    if (!letter || !session || letter.bytes === letter.sent) return false;
    return checked(session, letter.step, letter.bytes)?.refused === why;
  }
  /** @returns {Judged} */
  function judge() {
    const { link } = store.state;
    if (!goal || link === '') return NOT_YET;
    if (goal.letter !== undefined) return { ...NOT_YET, isReached: isLetterRefused(goal.letter) };
    hasBegun ||= isOnStage(store.state, start);
    if (!hasBegun) return NOT_YET;
    const here = address(link, looked(store.state));
    if (last.here !== here) {
      last = { here, judged: judgeGoal(goal, start, here) };
      if (!isOnStage(store.state, start)) tried.add(here);
    }
    return last.judged;
  }
  return {
    judge,
    isReached: () => judge().isReached,
    /** How many runs have been tried. */
    count() {
      judge();
      return tried.size;
    },
  };
}
