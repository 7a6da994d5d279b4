// Two ways to something that is taught: open it, or open it in a hall.

import { icon } from '../kit/icons.js';
import { opens, shownAlike } from './lesson-links.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */

/** @param {Page} page @param {string} link */
function project({ open, store }, link) {
  open(shownAlike(store.state, link));
  store.apply({ type: 'projector', on: true });
}

/** @param {Binder} own @param {Page} page @param {() => string} link @param {() => string} name @param {string} testid */
export const openButton = ({ el }, page, link, name, testid) =>
  el('a', { class: 'bar-button line square', 'data-testid': testid, 'aria-label': name, title: name, ...opens(page, link) }, icon('out', 16));

/** @param {Binder} own @param {Page} page @param {() => string} link @param {() => string} name @param {string} testid @param {string} [looks] */
export const projectButton = ({ el }, page, link, name, testid, looks = 'bar-button line square') =>
  el('button', { class: looks, 'data-testid': testid, 'aria-label': name, title: name, onclick: () => project(page, link()) }, icon('hall', 17));
