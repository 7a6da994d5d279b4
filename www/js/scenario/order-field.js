// The order that the commander is given: attack or retreat.

import { povOf, givenOrder } from '../state/pov.js';
import { token } from '../kit/icons.js';
import { hasOpinions } from '../state/spec.js';
import { glossed } from '../words/glossary.js';
import { knownScenario } from './known-scenario.js';

/** @typedef {import('../shell/page.js').Page} Page */

/**
 * The letter of an order, as the task of the open run spells it.
 * @param {import('../state/types.js').Binder} binder @param {Page} page @param {'A' | 'R'} order
 */
export const spelled = ({ el, list }, { store }, order) =>
  list(el('span', { class: 'spelled' }), () => [`${store.state.spec?.task} ${store.state.lang}`], String, () => token(order, 9));

/** @param {import('../state/types.js').Binder} binder @param {Page} page */
export function orderField(binder, page) {
  const { el } = binder;
  const { store, t } = page;
  const s = () => store.state;
  const now = () => knownScenario(s()).order;
  /** @param {'A' | 'R'} order */
  const choice = (order) =>
    el(
      'label',
      { class: () => (now() === order ? 'choice on' : 'choice') },
      el('input', {
        type: 'radio',
        name: page.id('order'),
        value: order,
        checked: () => now() === order,
        onchange: () => store.apply({ type: 'edit', changes: { order } }),
      }),
      spelled(binder, page, order),
      el('span', {}, () => t(`order.${order}`)),
    );
  return el(
    'div',
    {
      class: 'field',
      role: 'radiogroup',
      'data-testid': 'order',
      'aria-labelledby': page.id('label-order'),
      hidden: () => hasOpinions(s()) || (povOf(s()) !== null && givenOrder(s()) === null),
    },
    glossed(binder, page, el('span', { class: 'label', id: page.id('label-order') }), () => page.say().parts(page.say().under('order', s().spec?.inputs))),
    el('div', { class: 'choices' }, choice('A'), choice('R')),
  );
}
