// What comes with the first run that is told in a dialect: its words, and what its task brings of its own.

import { owns } from '../state/own.js';
import { CATALOGUES as WORDS } from '../words/dialects.js';

export { speak } from '../words/dialects.js';

/** @typedef {import('../words/i18n.js').Dialect} Dialect */

/** How their panels look, where no other run has them. @type {Partial<Record<Dialect, () => Promise<unknown>>>} */
const LOOKS = { ic: () => import('../scenario/opinions-part.js') };
/** @type {Partial<Record<Dialect, () => Promise<import('../state/own.js').Own>>>} */
const OWN = { trust: () => import('../trust/order-part.js'), two: () => import('../two/part.js') };

/** Words, and with them what else the task needs. @param {Dialect} dialect @param {import('../words/i18n.js').Lang} lang */
async function bring(dialect, lang) {
  const [words, own] = await Promise.all([WORDS[dialect][lang](), OWN[dialect]?.(), LOOKS[dialect]?.()]);
  owns[dialect] ??= own;
  return words;
}

/** @param {Dialect} dialect */
const withOwn = (dialect) => ({ en: () => bring(dialect, 'en'), zh: () => bring(dialect, 'zh') });

/** @type {typeof WORDS} */
export const CATALOGUES = { ic: withOwn('ic'), trust: withOwn('trust'), two: withOwn('two') };
