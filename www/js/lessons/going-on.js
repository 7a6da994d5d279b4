// With which lesson, and where in it, the reader goes on.

import { doneOf, saidAt } from './progress.js';

/** @typedef {import('./types.js').Index['lessons'][number]} Entry */

/** @param {Entry} lesson */
export const isDone = ({ id, beats }) => doneOf(id) >= beats;

/** Its first beat that is not done. @param {Entry} lesson */
function beatOf({ id, beats }) {
  for (let beat = 1; beat <= beats; beat++) if (saidAt(id, beat) === null) return beat;
  return 1;
}

/**
 * After the last lesson that was begun come those behind it, then those that were passed over; null: none has been begun, or all are done.
 * @param {readonly Entry[]} lessons @returns {{lesson: Entry, place: number, beat: number} | null}
 */
export function goOn(lessons) {
  const last = lessons.findLastIndex(({ id }) => doneOf(id) > 0);
  if (last < 0) return null;
  const order = [...lessons.keys()];
  const next = [...order.slice(last), ...order.slice(0, last)].find((i) => !isDone(lessons[i]));
  return next === undefined ? null : { lesson: lessons[next], place: next + 1, beat: beatOf(lessons[next]) };
}
