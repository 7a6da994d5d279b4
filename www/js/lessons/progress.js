// What the reader has answered so far: kept in this browser where it allows, sent nowhere.

const NAME = 'byzantine-generals.lessons';
/** A question that was passed over. */
export const SKIPPED = -1;

/** The choice, counted from 0, by lesson and beat. @typedef {Record<string, Record<string, number>>} Said */

/** Where storage is shut to this page, it lasts as long as the page. @type {Said} */
let said = load();

/** @returns {Said} */
function load() {
  try {
    const kept = JSON.parse(localStorage.getItem(NAME) ?? '{}');
    return isSaid(kept) ? kept : {};
  } catch {
    return {};
  }
}

/** What another page of the same origin may have left there is not trusted. @param {unknown} kept @returns {kept is Said} */
function isSaid(kept) {
  const isRecord = (/** @type {unknown} */ thing) => typeof thing === 'object' && thing !== null && !Array.isArray(thing);
  return isRecord(kept) && Object.values(/** @type {object} */ (kept)).every((beats) => isRecord(beats) && Object.values(beats).every(Number.isInteger));
}

/** @param {Said} next */
function keep(next) {
  said = next;
  try {
    if (Object.keys(next).length > 0) localStorage.setItem(NAME, JSON.stringify(next));
    else localStorage.removeItem(NAME);
  } catch {
    // Full, or shut: then it is not kept.
  }
}

/** What was said at a beat, `SKIPPED`, or null. @param {string} lesson @param {number} beat */
export const saidAt = (lesson, beat) => (Object.hasOwn(said, lesson) ? (said[lesson][beat] ?? null) : null);

/** A beat without a question counts as soon as it is left: with `SKIPPED`. @param {string} lesson @param {number} beat @param {number} choice */
export const note = (lesson, beat, choice) => keep({ ...said, [lesson]: { ...(Object.hasOwn(said, lesson) ? said[lesson] : {}), [beat]: choice } });

/** The question of a beat stands again. @param {string} lesson @param {number} beat */
export function forget(lesson, beat) {
  const { [beat]: _, ...others } = Object.hasOwn(said, lesson) ? said[lesson] : {};
  keep({ ...said, [lesson]: others });
}

/** How many beats of a lesson are done. @param {string} lesson */
export const doneOf = (lesson) => (Object.hasOwn(said, lesson) ? Object.keys(said[lesson]).length : 0);

/** Whether anything is kept. */
export const hasAny = () => Object.values(said).some((beats) => Object.keys(beats).length > 0);

export const clear = () => keep({});
