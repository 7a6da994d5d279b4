// Into a lesson and out of it, and what happens when its question has been answered.

import { beatKey } from './lesson.js';
import { isDecided } from './decided.js';
import { isOneRun } from './screens.js';
import { playOn, toEnd } from './time-actions.js';

/** @typedef {import('./types.js').State} State */

/** The run rides on to its end, or with reduced motion is there. @param {State} s @returns {Partial<State>} */
function ride(s) {
  if (!s.session || isDecided(s) || !isOneRun(s.place.view)) return {};
  return s.still ? toEnd(s) : playOn(s);
}

/** @type {import('./actions.js').Handlers<import('./actions.js').LessonAction>} */
export const lessonHandlers = {
  lesson: (s, { lesson }) => ({
    place: { ...s.place, lesson, beat: null },
    isStaged: false,
    uncovered: null,
    heading: null,
    entries: s.entries + 1,
    playing: false,
    raised: false,
    rail: false,
    message: null,
    letter: null,
  }),
  uncover: (s, { rides }) => ({ uncovered: beatKey(s), ...(rides ? ride(s) : {}) }),
  cover: () => ({ uncovered: null, raised: false }),
  heading: (s, { heading }) => (s.heading === heading ? {} : { heading }),
};
