// What every panel of a page part is given: the store to read and to act on, the reader's words, and where the part stands.

import { speech } from '../words/i18n.js';

let parts = 0;

/** @param {import('../state/store.js').Store} store @param {HTMLElement} root the element that holds the whole part */
export function createPage(store, root) {
  const say = () => speech(store.state.lang);
  const part = ++parts;
  return {
    store,
    root,
    say,
    /** @param {string} key @param {import('../words/i18n.js').Values} [values] */
    t: (key, values) => say().t(key, values),
    /** An id that no other part of the same document has. @param {string} name */
    id: (name) => `${name}-${part}`,
  };
}

/** @typedef {ReturnType<typeof createPage>} Page */
