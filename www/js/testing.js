// What the unit tests share: the real engine in Node, and a store that has opened a link.

import { readFileSync } from 'node:fs';
import { load } from './state/engine.js';
import { createStore } from './state/store.js';
import { learn, useDialects } from './words/i18n.js';

useDialects(() => import('./words/dialects.js'));
const ALL = /** @type {const} */ (['first', 'late', 'lab', 'ic', 'trust', 'two']);
await Promise.all([learn('en', ALL), learn('zh', ALL)]);

/** Loads the engine once. */
export async function engine() {
  await load(readFileSync(new URL('../../target/bindings/generals_bg.wasm', import.meta.url)));
}

/** @param {string} link @param {{lang?: import('./state/types.js').Lang, still?: boolean}} [reader] */
export function opened(link, { lang = 'en', still = false } = {}) {
  const store = createStore({ lang, still });
  store.apply({ type: 'open', link });
  return store;
}
