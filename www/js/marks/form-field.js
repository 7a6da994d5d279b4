// Which form of the protocol runs: as published, or one that leaves a part out, labelled as wrong.

import { povOf } from '../state/pov.js';
import { fieldLabel } from '../scenario/field-label.js';
import { brokenField, brokenRuns } from './broken-field.js';

/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('../shell/page.js').Page} Page */

/** @param {Binder} binder @param {Page} page */
export function formField(binder, page) {
  const { el, list } = binder;
  const { store, t } = page;
  const s = () => store.state;
  const forms = () => s().spec?.variants ?? [];
  const now = () => `${s().scenario?.by ?? ''}`;
  const isWrong = () => s().grounds.reason === 'known-wrong' && povOf(s()) === null;
  /** @type {HTMLSelectElement} */
  const select = list(
    el('select', {
      'data-testid': 'by',
      'aria-labelledby': page.id('label-by'),
      value: now,
      onchange: () => store.apply({ type: 'edit', changes: { by: select.value === '' ? null : /** @type {any} */ (select.value) } }),
    }),
    () => ['', ...forms()],
    (form) => `${s().lang} ${form}`,
    (form, own) => own.el('option', { value: form, selected: () => now() === form }, t(form === '' ? 'by.none' : `by.${form}`)),
  );
  const chosen = el(
    'div',
    { class: 'field', hidden: () => forms().length === 0 },
    fieldLabel(binder, page, 'label-by', 'by'),
    el('span', { class: 'choose' }, select),
    el('p', { class: 'hint warn', hidden: () => !isWrong() }, () => (isWrong() ? t(page.say().under('by.wrong', s().spec?.model)) : '')),
  );
  return el('div', { hidden: () => forms().length === 0 && brokenRuns(s()).length === 0 }, chosen, brokenField(binder, page));
}
