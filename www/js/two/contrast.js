// Two generals beside Byzantine generals in four lines: who fails, what is assumed, what is impossible, what helps.

import { nodesOf, told } from './words.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */

const LINES = /** @type {const} */ (['fails', 'assumed', 'impossible', 'helps']);

/** Drawn again in the other language. @param {Binder} binder @param {Page} page @param {HTMLElement} parent @param {(own: Binder, say: import('../words/i18n.js').Speech) => HTMLElement[]} make */
const spoken = ({ list }, page, parent, make) =>
  list(parent, () => LINES.map((_, i) => i), (i) => `${page.store.state.lang} ${i}`, (i, own) => make(own, told(page))[i]);

/** As a table, beside two generals. @param {Binder} binder @param {Page} page */
export function contrastTable(binder, page) {
  const { el } = binder;
  const say = () => told(page);
  const head = (/** @type {string} */ key) => el('th', { scope: 'col' }, () => say().t(key));
  const body = spoken(binder, page, el('tbody', {}), (own, words) =>
    LINES.map((line) =>
      own.el(
        'tr',
        {},
        own.el('th', { scope: 'row' }, words.t(`contrast.${line}`)),
        ...['two', 'byzantine'].map((side) => own.el('td', {}, ...nodesOf(words.parts(`contrast.${line}.${side}`), own.el))),
      ),
    ),
  );
  return el(
    'section',
    { class: 'two-contrast', 'aria-labelledby': page.id('contrast-title') },
    el('h3', { class: 'label', id: page.id('contrast-title') }, () => say().t('contrast')),
    el('table', { 'data-testid': 'contrast' }, el('thead', {}, el('tr', {}, el('td', {}), head('contrast.two'), head('contrast.byzantine'))), body),
  );
}

/** As four cards, beside Byzantine generals: what was so, struck, and what is so now. @param {Binder} binder @param {Page} page */
export function contrastCards(binder, page) {
  const { el } = binder;
  const say = () => told(page);
  const cards = spoken(binder, page, el('ul', { 'data-testid': 'contrast-cards' }), (own, words) =>
    LINES.map((line) =>
      own.el(
        'li',
        {},
        own.el('span', { class: 'label' }, words.t(`contrast.${line}`)),
        own.el('s', {}, ...nodesOf(words.parts(`contrast.${line}.two`), own.el)),
        own.el('b', {}, ...nodesOf(words.parts(`contrast.${line}.byzantine`), own.el)),
      ),
    ),
  );
  return el('div', { class: 'two-changed' }, el('h3', { class: 'label' }, () => say().t('contrast.changed')), cards);
}
