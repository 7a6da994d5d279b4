// Where a lesson is found: as a link of this page, and written out in full.

import { frameCode as codeOfFrame, LESSON_SIZE } from '../share/codes.js';
import { standing } from '../share/place.js';
import { shownAlike } from '../state/lesson-link.js';

/** @typedef {import('../state/types.js').State} State */

export { lessonLink, shownAlike, staged } from '../state/lesson-link.js';

/** In a copy or on paper. @param {string} link */
export const writtenOut = (link) => `${location.href.split('#')[0]}#${link}`;

/**
 * What a page is given to show a lesson in a frame, in the language that the reader has chosen.
 * @param {string} title @param {string} link @param {Pick<State, 'lang' | 'langChosen'>} s
 */
export const frameCode = (title, link, s) => codeOfFrame(standing().file, link, title, s, LESSON_SIZE);

/**
 * A link that opens in this page; a click with a key held, or of another button, does what browsers do.
 * @param {import('../shell/page.js').Page} page @param {() => string} link @param {() => void} [open] what a plain click does
 * @returns {import('../state/types.js').Attrs}
 */
export function opens(page, link, open = () => page.open(shownAlike(page.store.state, link()))) {
  const onclick = (/** @type {MouseEvent} */ event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open();
  };
  return { href: () => `#${shownAlike(page.store.state, link())}`, onclick: /** @type {any} */ (onclick) };
}
