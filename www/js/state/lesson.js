// Lessons as the state knows them: which beat is open, and whether what tells the answer is still covered.

/** @typedef {import('./types.js').State} State */

/** What `lesson=` opens besides a lesson: pages of their own. */
const PAGES = ['all', 'teacher', 'quiz'];

/** The page about lessons that is open; null: none. @param {Pick<State, 'place'>} s */
export const lessonsPage = ({ place }) => PAGES.find((page) => page === place.lesson) ?? null;

/** Where the reader is once he goes to a run: out of the pages about lessons. @param {Pick<State, 'place'>} s */
export const placeOfRun = (s) => (lessonsPage(s) ? { ...s.place, lesson: null } : s.place);

/** The beat that is open, from 1; null: no lesson is. @param {Pick<State, 'place'>} s */
export function beatOf(s) {
  const { lesson, beat } = s.place;
  return lesson === null || lessonsPage(s) !== null ? null : { lesson, beat: Math.max(1, beat ?? 1) };
}

/** The number that people read for the first general; the texts of lessons call him 1. @param {Pick<State, 'place' | 'presentation'>} s */
export const numberOf = ({ place, presentation }) => (place.lesson === null ? presentation.number : 1);

/** Its name among those of all lessons. @param {Pick<State, 'place'>} s */
export function beatKey(s) {
  const open = beatOf(s);
  return open && `${open.lesson}.${open.beat}`;
}

/** Whether a question stands that the reader has not answered: until then nothing may tell. A beat is covered until its data have come. @param {Pick<State, 'place' | 'uncovered'>} s */
export const isCovered = (s) => beatOf(s) !== null && s.uncovered !== beatKey(s);

/** What would show or change more of the run than the question lets be seen. @type {ReadonlySet<string>} */
const WAITS = new Set([
  ...['play', 'step', 'next-round', 'end', 'seek', 'scrub', 'start', 'back', 'previous-round'],
  ...['message', 'pick', 'choose', 'aside', 'pov', 'advise', 'view', 'both', 'rule', 'fold', 'open-path', 'listing', 'letter', 'letter-bytes'],
  ...['edit', 'turn', 'lie', 'remove-lie', 'reset-lies', 'undo', 'redo', 'history', 'pair', 'pair-f', 'pair-lift', 'pair-close', 'raise', 'sheet', 'rail'],
]);

/** Whether an action waits for the answer. @param {State} s @param {import('./actions.js').Action} action */
export const waitsForAnswer = (s, { type }) => isCovered(s) && WAITS.has(type);
