// A found run on the stage: an edit of what is open, which can be undone and is left by Back, played from its beginning.

import { read } from '../state/engine.js';

/** @typedef {import('../shell/page.js').Page['store']} Store */

/** @param {Store} store @param {string} link a run of the program that is open @param {boolean} [entry] whether it is one of the history's own */
export function takeOver(store, link, entry = false) {
  const { n, m, traitors, strategy, lies, order, i } = read(link).scenario;
  store.apply({ type: 'edit', changes: { n, m, traitors, strategy, lies, ...(i === undefined ? { order } : { i }) }, entry });
}

/** @param {Store} store @param {string} link a run of the program that is open */
export function play(store, link) {
  takeOver(store, link, true);
  store.apply({ type: 'raise', up: false });
  store.apply({ type: 'start' });
  store.apply({ type: 'play' });
}
