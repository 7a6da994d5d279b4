// What every panel of a page part is given: the store to read and to act on, the reader's words, and where the part stands.

import { speech } from '../words/i18n.js';

/** @typedef {Pick<import('../state/store.js').Store, 'state' | 'apply' | 'subscribe'>} Store */

let parts = 0;

/** @param {Store} store @param {HTMLElement} root the element that holds the whole part */
export function createPage(store, root) {
  const part = ++parts;
  return pageOf(store, root, part);
}

/** @param {Store} store @param {HTMLElement} root @param {number} part */
function pageOf(store, root, part) {
  const say = () => speech(store.state.lang);
  return {
    store,
    root,
    say,
    /** @param {string} key @param {import('../words/i18n.js').Values} [values] */
    t: (key, values) => say().t(key, values),
    /** An id that no other part of the same document has. @param {string} name */
    id: (name) => `${name}-${part}`,
    /** Opens a link as a new entry of the history. @param {string} link */
    open: (link) => store.apply({ type: 'open', link, entry: true }),
    /** The same part, with another store. @param {Store} other @returns {Page} */
    with: (other) => pageOf(other, root, part),
  };
}

/**
 * @typedef {{store: Store, root: HTMLElement, say: () => import('../words/i18n.js').Speech,
 *   t: (key: string, values?: import('../words/i18n.js').Values) => string, id: (name: string) => string,
 *   open: (link: string) => void, with: (store: Store) => Page}} Page
 */
