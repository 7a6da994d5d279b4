// What comes with the first run of a kind: its words, and what it brings of its own.

import { owns } from '../state/own.js';
import { CATALOGUES as WORDS } from '../words/kinds.js';

export { KINDS_OF, speak } from '../words/kinds.js';

/** @type {Partial<Record<string, () => Promise<import('../state/own.js').Own>>>} */
const OWN = {
  signed: () => import('../general/letters-part.js'),
  opinions: () => import('../scenario/opinions-part.js'),
  ic: () => import('../general/vector-part.js'),
  slow: () => import('../slow/part.js'),
  marks: () => import('../marks/part.js'),
  program: () => import('../program/part.js'),
  trust: () => import('../trust/order-part.js'),
  two: () => import('../two/part.js'),
};

/** Words, and with them what else such a run needs. @param {string} kind @param {import('../words/i18n.js').Lang} lang */
async function bring(kind, lang) {
  const [words, own] = await Promise.all([WORDS[kind]?.[lang](), OWN[kind]?.()]);
  if (own) owns[kind] ??= own;
  return words ?? { default: {} };
}

/** @param {string} kind */
const withOwn = (kind) => ({ en: () => bring(kind, 'en'), zh: () => bring(kind, 'zh') });

/** @type {typeof WORDS} */
export const CATALOGUES = Object.fromEntries(Object.keys({ ...WORDS, ...OWN }).map((kind) => [kind, withOwn(kind)]));
