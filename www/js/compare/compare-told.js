// The sentence that tells the step of two runs: once where both say the same, else of each in its own words.

import { el as make } from '../kit/dom.js';
import { sentence } from '../transport/narration.js';
import { TAG } from '../words/glossary.js';
import { plain } from '../words/narrate.js';
import { caseOf, SIDES } from './compare-sides.js';

/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('./compare-sides.js').Two} Two */

/**
 * What is told, and of which case where the two are told apart.
 * @param {Two} two @param {import('../words/i18n.js').Speech} say @returns {{of: string, parts: import('../words/i18n.js').Part[]}[]}
 */
export function toldOf(two, say) {
  const told = SIDES.flatMap((i) => {
    const side = two.side(i);
    return side ? [{ of: caseOf(say, two, i), parts: sentence(side, say) }] : [];
  });
  const [first, ...others] = told;
  return others.every(({ parts }) => plain(parts) === plain(first.parts)) ? told.slice(0, 1).map(({ parts }) => ({ of: '', parts })) : told;
}

/** @param {Binder} binder @param {Page} page @param {Two} two */
export const told = ({ el, list }, { store, say }, two) =>
  list(
    el('div', {
      class: 'pair-told',
      'data-answer': true,
      'data-testid': 'pair-told',
      // Of what is played one by one nobody could hear every sentence.
      'aria-live': () => (store.state.playing && store.state.mode === 'message' ? 'off' : 'polite'),
    }),
    () => toldOf(two, say()),
    ({ of, parts }) => `${store.state.lang} ${of} ${plain(parts)}`,
    ({ of, parts }, own) =>
      own.el(
        'p',
        {},
        of ? own.el('span', { class: 'label' }, `${of} `) : null,
        ...parts.map(({ tone, text }) => (tone === '' ? document.createTextNode(text) : make(TAG[tone], { class: tone }, text))),
      ),
  );
