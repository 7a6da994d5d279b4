// What stands in a link and does nothing in this run: keys that are known, those that are not, and what was left off.

import { beatOf, numberOf } from './lesson.js';
import { povOf } from './pov.js';
import { isSigned } from './spec.js';

/** @typedef {import('./types.js').State} State */

/** Keys that are known, as pairs. @param {State} s @returns {string[]} */
export function idleKeys(s) {
  const { place, stolen, presentation } = s;
  /** @type {[string, string, boolean][]} */
  const keys = [
    ['k', stolen.join('.'), stolen.length > 0 && !isSigned(s) && povOf(s) === null],
    ['beat', String(place.beat), place.beat !== null && beatOf(s) === null],
    ['controls', presentation.controls, presentation.controls !== 'full' && !presentation.embed],
    ['number', String(presentation.number), presentation.number !== numberOf(s)],
    ['keys', presentation.keys, presentation.keys !== 'own' && !presentation.embed],
  ];
  return keys.filter(([, , isIdle]) => isIdle).map(([key, value]) => `${key}=${value}`);
}

/** Whether there is something of the kind that the reader has not been told, or not put away. @param {State} s */
export const hasUnread = (s) => s.scenario !== null && !s.hasRead && !s.presentation.embed && s.ignored.length + idleKeys(s).length > 0;
