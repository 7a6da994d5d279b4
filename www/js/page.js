// What every panel is given: the store to read and to act on, and the reader's words.

import { speech } from './i18n.js';

/** @param {import('./store.js').Store} store */
export function createPage(store) {
  const say = () => speech(store.state.lang);
  return {
    store,
    say,
    /** @param {string} key @param {import('./i18n.js').Values} [values] */
    t: (key, values) => say().t(key, values),
  };
}

/** @typedef {ReturnType<typeof createPage>} Page */
