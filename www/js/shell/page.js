// What every panel is given: the store to read and to act on, and the reader's words.

import { speech } from '../words/i18n.js';

/** @param {import('../state/store.js').Store} store */
export function createPage(store) {
  const say = () => speech(store.state.lang);
  return {
    store,
    say,
    /** @param {string} key @param {import('../words/i18n.js').Values} [values] */
    t: (key, values) => say().t(key, values),
  };
}

/** @typedef {ReturnType<typeof createPage>} Page */
