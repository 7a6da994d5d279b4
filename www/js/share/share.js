// Share: a dialog with the link, which is the whole run.

import { binder } from '../kit/dom.js';
import { looked } from '../state/address.js';
import { beatOf } from '../state/lesson.js';
import { address } from '../state/engine.js';
import { povOf, visibleTime } from '../state/pov.js';
import { icon } from '../kit/icons.js';
import { copying } from './copying.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').State} State */

/** What is shared, in a sentence; in fog nobody is told who the traitors are. @param {State} s @param {import('../words/i18n.js').Speech} say */
export function whatIsShared(s, { t, ids }) {
  const { scenario } = s;
  if (!scenario) return '';
  const generals = t('generals.counted', { count: scenario.n });
  if (povOf(s) !== null) return t('share.fog', { generals });
  const { traitors } = scenario;
  const values = { count: traitors.length, list: ids(traitors) };
  return t('share.what', { generals, traitors: traitors.length ? t('traitors.counted', values) : t('traitors.counted.none') });
}

/** The address of what is shown, in its lesson. @param {State} s @param {boolean} isHere at the step that is shown, not at the beginning */
export function sharedLink(s, isHere) {
  if (!s.link) return '';
  const place = { ...looked(s), at: isHere && s.cursor > 0 ? s.cursor : null, ...(beatOf(s) ? { lesson: s.place.lesson, beat: s.place.beat } : { lesson: null, beat: null }), number: s.presentation.number };
  return `${location.href.split('#')[0]}#${address(s.link, place)}`;
}

/** The link in a field, and a button that copies it and says so for a while. @param {import('../state/types.js').Binder} drawing @param {Page} page @param {() => string} link */
function copyRow(drawing, page, link) {
  const { el } = drawing;
  const { t, id } = page;
  /** @type {HTMLInputElement} */
  const field = el('input', {
    type: 'text',
    readonly: true,
    'data-testid': 'share-link',
    'aria-label': () => t('share.link'),
    id: id('share-field'),
    value: link,
    onfocus: () => field.select(),
  });
  const { button, told } = copying(drawing, page, () => field.value, { words: 'share.copy', looks: 'solid copy', field });
  return {
    label: el('label', { class: 'label', for: field.id }, () => t('share.link')),
    row: el('div', { class: 'share-row' }, field, button),
    told,
  };
}

/** @param {HTMLElement} root @param {Page} page */
export function share(root, page) {
  const { store, t, say, id } = page;
  const drawing = binder();
  const { el, refresh } = drawing;
  const s = () => store.state;
  const here = el('input', { type: 'checkbox', checked: true, onchange: refresh });
  const link = copyRow(drawing, page, () => sharedLink(s(), here.checked));
  const title = el('h2', { id: id('share-title') }, () => t('share.title'));
  const shut = el(
    'button',
    { class: 'bar-button square', 'aria-label': () => t('close'), onclick: () => dialog.close() },
    icon('cross', 16),
  );
  const body = el(
    'div',
    { class: 'share-body' },
    el('div', { class: 'share-head' }, title, el('p', {}, () => whatIsShared(s(), say())), shut),
    link.label,
    link.row,
    el(
      'label',
      { class: 'check', hidden: () => s().cursor === 0 },
      here,
      el('span', {}, () => t('share.here', { step: visibleTime(s()).place(s().cursor) })),
    ),
    el('p', { class: 'hint' }, () => t('share.hint')),
    link.told,
  );
  const away = () => store.apply({ type: 'share', open: false });
  /** @type {HTMLDialogElement} */
  const dialog = el(
    'dialog',
    {
      class: 'share',
      'aria-labelledby': title.id,
      onclose: away,
      // Esc has closed it before `close` is told: a second Esc is already for what lies under it.
      oncancel: away,
      onclick: (/** @type {Event} */ event) => {
        if (event.target === dialog) dialog.close();
      },
    },
    body,
  );
  root.append(dialog);
  return () => {
    if (!s().sharing) {
      // In fog not even the shut dialog keeps who the traitors are.
      if (povOf(s()) !== null) refresh();
      if (dialog.open) dialog.close();
      return;
    }
    refresh();
    if (!dialog.open) dialog.showModal();
  };
}
