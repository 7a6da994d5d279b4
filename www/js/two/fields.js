// How many messengers there are, and which of them is caught: the network's choices, as fields.

import { icon } from '../kit/icons.js';
import { caughtOf, messengersOf } from './riders.js';
import { told } from './words.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */

export const MOST = 16;
/** So many messengers have a button each. */
const SHOWN = 4;

/** Another number of messengers; who is caught stays so while he is among them. @param {Page} page @param {number} count */
function putMessengers({ store }, count) {
  const { state } = store;
  if (!Number.isInteger(count) || count < 1 || count > MOST || count === messengersOf(state)) return;
  const lost = caughtOf(state) > count ? { lost: 0 } : {};
  store.apply({ type: 'edit', changes: { m: count - 1, ...lost }, control: 'm' });
}

/** Has one caught, or none. @param {Page} page @param {number} lost */
export function putCaught({ store }, lost) {
  if (lost !== caughtOf(store.state)) store.apply({ type: 'edit', changes: { lost } });
}

/** @param {Binder} binder @param {Page} page @returns {HTMLElement} */
export function messengersField({ el }, page) {
  const say = () => told(page);
  const now = () => messengersOf(page.store.state);
  /** @type {HTMLInputElement} */
  const field = el('input', {
    type: 'number',
    id: page.id('field-messengers'),
    'data-testid': 'messengers',
    inputmode: 'numeric',
    min: 1,
    max: MOST,
    value: () => String(now()),
    oninput: () => {
      if (field.value !== '') putMessengers(page, Number(field.value));
    },
    onchange: () => {
      field.value = String(now());
    },
  });
  /** @type {HTMLInputElement} */
  const slider = el('input', {
    type: 'range',
    min: 1,
    max: MOST,
    'data-testid': 'messengers-slider',
    'aria-label': () => say().t('messengers.slider'),
    value: () => String(now()),
    oninput: () => putMessengers(page, Number(slider.value)),
  });
  /** @param {1 | -1} by */
  const button = (by) =>
    el(
      'button',
      {
        'aria-label': () => say().t(by > 0 ? 'messengers.more' : 'messengers.fewer'),
        'aria-disabled': () => (now() === (by > 0 ? MOST : 1) ? 'true' : null),
        onclick: () => putMessengers(page, now() + by),
      },
      icon(by > 0 ? 'plus' : 'minus', 16),
    );
  const label = el('label', { class: 'label', for: field.id }, () => say().t('messengers'));
  return el('div', { class: 'field' }, el('div', { class: 'row' }, label, el('span', { class: 'stepper' }, button(-1), field, button(1))), slider);
}

/** Which one is caught: a button each, or where they are many one list. @param {Binder} binder @param {Page} page @returns {HTMLElement} */
export function caughtField({ el, list }, page) {
  const say = () => told(page);
  const s = () => page.store.state;
  const named = (/** @type {number} */ id) => (id === 0 ? say().t('lost.none') : say().t(say().under('short', String(id)), { id: String(id) }));
  const choices = () => Array.from({ length: messengersOf(s()) + 1 }, (_, i) => i);
  const few = () => messengersOf(s()) <= SHOWN;
  const title = page.id('label-lost');
  const buttons = list(
    el('span', { class: 'two-choices', role: 'radiogroup', 'aria-labelledby': title, 'data-testid': 'caught', hidden: () => !few() }),
    () => (few() ? choices() : []),
    (id) => `${s().lang} ${id}`,
    (id, own) =>
      own.el(
        'label',
        { class: () => (caughtOf(s()) === id ? 'on' : '') },
        own.el('input', { type: 'radio', name: page.id('lost'), value: String(id), checked: () => caughtOf(s()) === id, onchange: () => putCaught(page, id) }),
        named(id),
      ),
  );
  /** @type {HTMLSelectElement} */
  const select = list(
    el('select', { 'data-testid': 'caught-list', 'aria-labelledby': title, value: () => String(caughtOf(s())), onchange: () => putCaught(page, Number(select.value)) }),
    () => (few() ? [] : choices()),
    (id) => `${s().lang} ${id}`,
    (id, own) => own.el('option', { value: String(id), selected: () => caughtOf(s()) === id }, named(id)),
  );
  return el('div', { class: 'row field two-caught' }, el('span', { class: 'label', id: title }, () => say().t('lost')), buttons, el('span', { class: 'choose', hidden: few }, select));
}
