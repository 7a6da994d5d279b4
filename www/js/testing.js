// What the unit tests share: the real engine in Node, and a store that has opened a link.

import { readFileSync } from 'node:fs';
import { load } from './state/engine.js';
import { owns } from './state/own.js';
import { createStore } from './state/store.js';
import { learn, useKinds } from './words/i18n.js';
import * as letters from './words/narrate-signed.js';
import * as marks from './marks/run.js';
import * as vectors from './words/vectors.js';

useKinds(() => import('./words/kinds.js'));
// What tells of such runs; what shows them needs a browser.
Object.assign(owns, { signed: { letters }, ic: { vectors }, marks });
const ALL = /** @type {const} */ (['first', 'late', 'lab', 'protocols', 'signed', 'opinions', 'delays', 'slow', 'ic', 'marks', 'trust', 'two', 'own', 'program', 'written']);
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
