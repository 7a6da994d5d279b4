// After how many messengers each of two generals attacks: a field each.

import { icon, shield } from '../kit/icons.js';
import { messengersOf } from './riders.js';
import { told } from './words.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */

/** As many as can come to each of them. @param {number} messengers @returns {[number, number]} */
export const mostOf = (messengers) => [Math.floor(messengers / 2), Math.ceil(messengers / 2)];

/** After how many each attacks: all that can come to him, unless the scenario says otherwise. @param {Pick<import('../state/types.js').State, 'scenario'>} s @returns {number[]} */
export function thresholdsOf(s) {
  const by = s.scenario?.by;
  return Array.isArray(by) ? by : mostOf(messengersOf(s));
}

/** @param {Binder} binder @param {Page} page @returns {HTMLElement} */
export function thresholds({ el }, page) {
  const { store } = page;
  const s = () => store.state;
  const say = () => told(page);
  /** @param {0 | 1} i */
  const field = (i) => {
    const now = () => thresholdsOf(s())[i];
    const most = () => mostOf(messengersOf(s()))[i];
    /** @param {number} value */
    const put = (value) => {
      if (value < 0 || value > most()) return;
      const by = /** @type {[number, number]} */ ([...thresholdsOf(s())]);
      by[i] = value;
      store.apply({ type: 'edit', changes: { by }, control: `by-${i}` });
    };
    /** @param {1 | -1} by */
    const button = (by) =>
      el(
        'button',
        {
          'aria-label': () => say().t(by > 0 ? 'by.more' : 'by.fewer', { who: say().general(i + 1) }),
          'aria-disabled': () => (now() === (by > 0 ? most() : 0) ? 'true' : null),
          'data-testid': `by-${i + 1}-${by > 0 ? 'more' : 'fewer'}`,
          onclick: () => put(now() + by),
        },
        icon(by > 0 ? 'plus' : 'minus', 16),
      );
    return el(
      'span',
      { class: 'two-threshold' },
      shield(i + 1, true, 22),
      el('span', { class: 'stepper' }, button(-1), el('output', { 'data-testid': `by-${i + 1}`, 'aria-label': () => say().general(i + 1) }, () => String(now())), button(1)),
    );
  };
  return el(
    'div',
    { class: 'field two-by', role: 'group', 'aria-labelledby': page.id('label-by') },
    el('span', { class: 'label', id: page.id('label-by') }, () => say().t('by.title')),
    el('div', { class: 'row' }, field(0), field(1)),
    el('p', { class: 'hint' }, () => say().t('by.hint')),
  );
}
