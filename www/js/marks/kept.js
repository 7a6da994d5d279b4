// Which letters show why a general decided: all that came to him of the kind that his last count was made of, in that phase, till then. Pure.

import { messageAt } from '../state/lies.js';
import { noticesSilence } from '../state/spec.js';
import { marksOf } from './fired.js';

/** @typedef {import('../state/types.js').Session} Session */

/** More letters than this hide the map: they are not looked for. */
const MANY = 17;
/** The map asks once a frame. @type {WeakMap<Session, Map<number, number[]>>} */
const memory = new WeakMap();

/** What he decided by: a count of votes, or the word of one general; where he never decides, what he came to last. @param {Session} session @param {number} general */
function ground(session, general) {
  const marks = marksOf(session, general);
  const decided = marks.findLastIndex(({ mark }) => mark === 'decide');
  const rests = (/** @type {import('#generals').Mark} */ { votes, from }) => votes != null || from != null;
  return marks.slice(0, decided < 0 ? undefined : decided + 1).findLast(rests) ?? null;
}

/** @type {NonNullable<import('../state/own.js').Own['kept']>} */
export function kept(s, general) {
  const { session } = s;
  if (!session) return [];
  const known = memory.get(session) ?? new Map();
  memory.set(session, known);
  const found = known.get(general) ?? stepsOf(session, general, noticesSilence(s));
  known.set(general, found);
  return found;
}

/** @param {Session} session @param {number} general @param {boolean} silences whether a letter that was not sent counts @returns {number[]} */
function stepsOf(session, general, silences) {
  const mark = ground(session, general);
  if (!mark || (mark.votes ?? 0) > MANY) return [];
  const kind = messageAt(session, mark.step)?.part?.kind;
  const steps = [];
  for (let step = 1; kind && step <= mark.step; step++) {
    const event = messageAt(session, step);
    if (event?.to === general && event.part?.kind === kind && event.part.phase === mark.phase && (silences || event.said !== null)) steps.push(step);
  }
  return steps;
}
