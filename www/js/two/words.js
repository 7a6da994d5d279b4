// How the parts of two generals speak: in their own words also beside a run that is told in others.

import { numberOf } from '../state/lesson.js';
import { speech } from '../words/i18n.js';

/** @param {Pick<import('../shell/page.js').Page, 'store'>} page */
export const told = ({ store }) => speech(store.state.lang, 'two', numberOf(store.state));

/** “the third”, as a sentence says it. @param {import('../words/i18n.js').Speech} say @param {number} id */
export const nth = (say, id) => say.t(say.under('nth', String(id)), { id: String(id) });

/** Parts of a sentence as nodes; what is marked <b> is bold, <i> a variable. @param {import('../words/i18n.js').Part[]} parts @param {import('../state/types.js').Binder['el']} el @returns {(Node | string)[]} */
export const nodesOf = (parts, el) => parts.map(({ tone, text }) => (tone === 'b' || tone === 'i' ? el(tone, {}, text) : text));
