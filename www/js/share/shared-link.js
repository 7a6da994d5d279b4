// What is shared of a run as a link: where it opens, through whose eyes; and what is too long for the ways that it may go. Pure.

import { address, refusal } from '../state/engine.js';
import { looked } from '../state/address.js';
import { beatOf } from '../state/lesson.js';
import { povOf, usualGeneral } from '../state/pov.js';
import { isOneRun } from '../state/screens.js';
import { fits, READABLE_CHARACTERS } from './qr.js';

/** @typedef {import('../state/types.js').State} State */

/**
 * `isHere`: at the step that is shown, not at the beginning. `pov`: through whose eyes; null: all is seen. `number`: of the first general, as he is called.
 * @typedef {{isHere: boolean, pov: number | null, number: 0 | 1}} Wanted
 */

/** Chats cut longer links, and diagrams and some mails too. */
export const CHAT_CHARACTERS = 2000;

/** The general as whom a run can be shared: whose eyes are used, else the one who is looked at; null where the screen knows more than a general. @param {State} s */
export const eyesOffered = (s) => povOf(s) ?? (s.scenario && isOneRun(s.place.view) ? (s.chosen ?? usualGeneral(s)) : null);

/** Whether another number for the first general changes anything: lessons call him 1, and a customer has no number. @param {State} s */
export const countsGenerals = (s) => beatOf(s) === null && s.scenario?.protocol !== 'trust';

/** The link of what is shown, in its lesson. @param {State} s @param {Wanted} wanted */
export function sharedLink(s, { isHere, pov, number }) {
  if (!s.link) return '';
  const beat = beatOf(s) ? { lesson: s.place.lesson, beat: s.place.beat } : { lesson: null, beat: null };
  try {
    return address(s.link, { ...looked(s), pov, at: isHere && s.cursor > 0 ? s.cursor : null, ...beat, number });
  } catch (error) {
    // The run alone still has a link where it and its place together have none.
    if (refusal(error).code === 'too-long') return s.link;
    throw error;
  }
}

/** What a link is too long for, the least way first; null: it goes everywhere. @param {string} link @returns {'code' | 'far' | 'chat' | null} */
export function tooLongFor(link) {
  if (!fits(link)) return 'code';
  if (link.length > CHAT_CHARACTERS) return 'chat';
  return link.length > READABLE_CHARACTERS ? 'far' : null;
}
