// The reader's attempts at a goal: each run that he makes is judged once, and counted.

import { checked } from '../signed/letter-findings.js';
import { address, read } from '../state/engine.js';
import { judgeGoal } from './goal.js';
import { isOnStage } from './open-beat.js';

/** @typedef {import('./types.js').Goal} Goal */
/** @typedef {ReturnType<typeof judgeGoal>} Judged */

/** @type {Judged} */
const NOT_YET = { isReached: false, lies: null, broken: [] };

/** Nothing of where a link looks, but for a rule that is written: looking is not trying. */
const ELSEWHERE = { at: null, pov: null, general: null, message: null, fold: null, path: null, both: null, lesson: null, beat: null, lang: null, theme: null, embed: null, controls: null };
/** The run that is judged. @param {string} link @param {Pick<import('../state/types.js').Place, 'view' | 'rule'>} place */
const runOf = (link, { view, rule }) => address(link, { ...ELSEWHERE, ...(view === 'rule' ? { view, rule } : { view: null, rule: null }) });

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
  const begins = runOf(start, read(start).place);

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
    const here = runOf(link, store.state.place);
    if (last.here !== here) {
      last = { here, judged: judgeGoal(goal, start, here) };
      if (here !== begins) tried.add(here);
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
