// How offers follow each other in a visit. An offer comes when the run under it has ended, or its second has come; never while
// messengers ride, and never over another run than its own. It goes when it is taken, by ×, or when its time is over.

import { START } from '../state/engine.js';
import { LAST, PATH } from './path.js';

/** @typedef {import('./seen.js').Seen} Seen */
/**
 * `at`: the offer that stands, or comes next; `isDue`: its second has come; `missed`: offers that were not taken.
 * @typedef {{run: string, at: number, stands: boolean, isDue: boolean, missed: number, isOver: boolean}} Visit
 */

/** Who has not taken so many is left alone. */
const MISSED_MOST = 2;

/** The first offer stands at once. @type {Visit} */
export const BEGINNING = { run: START, at: 0, stands: true, isDue: false, missed: 0, isOver: false };

/** What is offered first over a run that was opened on the way; the very first offer is for a page that has just come. @param {string} run */
const firstOver = (run) => PATH.findIndex(({ over }, at) => at > 0 && over === run);

/** What another look at the page makes of it. @param {Visit} visit @param {Seen} seen @returns {Visit} */
export function looked(visit, seen) {
  if (visit.isOver) return visit;
  if (seen.isElsewhere) return refused(visit);
  if (seen.run !== visit.run) return looked({ ...visit, run: seen.run, at: firstOver(seen.run), stands: false, isDue: false }, seen);
  // Who presses play has done what was offered first.
  if (visit.at === 0 && seen.hasBegun) return looked({ ...visit, at: 1, stands: false }, seen);
  if (visit.stands || seen.isMoving || !(visit.isDue || seen.isEnded)) return visit;
  return { ...visit, stands: true, isDue: false };
}

/**
 * The time is over for which an offer was waited for, or stood: then the next takes its place; where that is about another run,
 * the last, which is true of any.
 * @param {Visit} visit @param {Seen} seen @returns {Visit}
 */
export function timeUp(visit, seen) {
  if (visit.isOver) return visit;
  if (!visit.stands) return looked({ ...visit, isDue: true }, seen);
  const missed = visit.missed + 1;
  if (missed === MISSED_MOST) return refused({ ...visit, missed });
  if (visit.at === LAST) return { ...visit, missed };
  const at = PATH[visit.at + 1].over === visit.run ? visit.at + 1 : LAST;
  return looked({ ...visit, missed, at, stands: false, isDue: true }, seen);
}

/** No more offers. @param {Visit} visit @returns {Visit} */
export const refused = (visit) => ({ ...visit, isOver: true });

/** What is offered now. @param {Visit} visit @param {Seen} seen */
export const offered = ({ isOver, stands, at }, { isVeiled }) => (isOver || !stands || isVeiled ? null : PATH[at]);

/**
 * How long to wait now, until the offer comes or has stood long enough: as long as from one second of the path to the next. Another
 * name is another wait: the first offer and the coming of the second share theirs, which begins as the page opens.
 * @param {Visit} visit
 */
export function waited({ run, at, stands, isDue, isOver }) {
  const next = stands ? at + 1 : at;
  return { name: `${run} ${next}`, ms: isOver || isDue ? 0 : PATH[Math.min(next, LAST)].after };
}
