// What the reader has answered so far: kept in this browser where it allows, sent nowhere.

import { isRecord, keeping } from '../kit/kept.js';

/** A question that was passed over. */
export const SKIPPED = -1;

/** The choice, counted from 0, by lesson and beat. @typedef {Record<string, Record<string, number>>} Said */

/** @param {unknown} found @returns {found is Said} */
const isSaid = (found) => isRecord(found) && Object.values(found).every((beats) => isRecord(beats) && Object.values(beats).every(Number.isInteger));

const kept = keeping('byzantine-generals.lessons', (found) => (isSaid(found) ? found : {}));

/** What was said in a lesson, by beat. @param {string} lesson */
const saidIn = (lesson) => {
  const said = kept.now();
  return Object.hasOwn(said, lesson) ? said[lesson] : {};
};

/** What was said at a beat, `SKIPPED`, or null. @param {string} lesson @param {number} beat */
export const saidAt = (lesson, beat) => saidIn(lesson)[beat] ?? null;

/** A beat without a question counts as soon as it is left: with `SKIPPED`. @param {string} lesson @param {number} beat @param {number} choice */
export const note = (lesson, beat, choice) => kept.keep({ ...kept.now(), [lesson]: { ...saidIn(lesson), [beat]: choice } });

/** The question of a beat stands again. @param {string} lesson @param {number} beat */
export function forget(lesson, beat) {
  const { [beat]: _, ...others } = saidIn(lesson);
  kept.keep({ ...kept.now(), [lesson]: others });
}

/** How many beats of a lesson are done. @param {string} lesson */
export const doneOf = (lesson) => Object.keys(saidIn(lesson)).length;

/** Whether anything is kept. */
export const hasAny = () => Object.values(kept.now()).some((beats) => Object.keys(beats).length > 0);

export const clear = () => kept.keep(null);

/** Calls when another tab has kept or cleared something. */
export const { whenElsewhere } = kept;
