// How many generals there are, and how many rounds of relay or traitors to survive: a field each with − and +, and a slider for the generals.

import { limits } from '../state/engine.js';
import { icon } from '../kit/icons.js';
import { fieldLabel } from './field-label.js';
import { knownScenario } from './known-scenario.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {{name: 'n' | 'm', least: number, most: () => number, now: () => number, put: (value: number) => void}} Quantity */

/**
 * One of the two numbers: what it may be, and how it is changed.
 * @param {Page} page @param {'n' | 'm'} name @param {number} least @param {() => number} most @returns {Quantity}
 */
function quantity({ store }, name, least, most) {
  const now = () => knownScenario(store.state)[name];
  return {
    name,
    least,
    most,
    now,
    put(value) {
      if (Number.isInteger(value) && value >= least && value <= most() && value !== now())
        store.apply({ type: 'edit', changes: { [name]: value }, control: name });
    },
  };
}

/** @param {Binder} binder @param {Page} page @returns {HTMLElement[]} */
export function armyFields(binder, page) {
  const { el } = binder;
  const { t } = page;
  const most = limits().generals;
  const n = quantity(page, 'n', 2, () => most);
  const m = quantity(page, 'm', 0, () => n.now() - 2);
  /** @type {HTMLInputElement} */
  const slider = el('input', {
    type: 'range',
    min: n.least,
    max: n.most,
    'aria-label': () => t('n'),
    value: () => String(n.now()),
    oninput: () => n.put(Number(slider.value)),
  });
  return [
    el(
      'div',
      { class: 'field' },
      el('div', { class: 'row' }, el('label', { class: 'label', for: page.id('field-n') }, () => t('n')), stepper(binder, page, n)),
      slider,
    ),
    el(
      'div',
      { class: 'row' },
      el('span', { class: 'label', id: page.id('label-m') }, fieldLabel(binder, page, 'label-m-words', 'm'), '\u00a0', el('i', { class: 'variable' }, 'm')),
      stepper(binder, page, m),
    ),
  ];
}

/** @param {Binder} binder @param {Page} page @param {Quantity} quantity */
function stepper({ el }, { store, t, say, id }, { name, least, most, now, put }) {
  /** @type {HTMLInputElement} */
  const field = el('input', {
    type: 'number',
    id: id(`field-${name}`),
    'aria-labelledby': name === 'm' ? id('label-m') : null,
    'data-testid': name,
    inputmode: 'numeric',
    min: least,
    max: most,
    value: () => String(now()),
    oninput: () => {
      if (field.value !== '') put(Number(field.value));
    },
    onchange: () => {
      field.value = String(now());
    },
  });
  /** @param {1 | -1} by @param {'minus' | 'plus'} sign */
  const button = (by, sign) =>
    el(
      'button',
      {
        'aria-label': () => t(say().under(`${name}.${sign === 'plus' ? 'more' : 'fewer'}`, store.state.spec?.evidence)),
        'aria-disabled': () => (now() === (by > 0 ? most() : least) ? 'true' : null),
        onclick: () => put(now() + by),
      },
      icon(sign, 16),
    );
  return el('span', { class: 'stepper' }, button(-1, 'minus'), field, button(1, 'plus'));
}
