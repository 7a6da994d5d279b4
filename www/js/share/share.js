// Share: a dialog with the link, which is the whole run.

import { binder } from '../kit/dom.js';
import { looked } from '../state/address.js';
import { beatOf } from '../state/lesson.js';
import { address } from '../state/engine.js';
import { povOf, visibleTime } from '../state/pov.js';
import { icon } from '../kit/icons.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').State} State */

const COPIED_MS = 2000;

/**
 * Copies a text: by the clipboard where there is one, else by selecting it in a field.
 * @param {HTMLInputElement | HTMLTextAreaElement} field @param {string} [text]
 * @returns {Promise<boolean>}
 */
export async function copy(field, text = field.value) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    field.value = text;
    field.hidden = false;
    field.focus();
    field.select();
    return document.execCommand('copy');
  }
}

/** What is shared, in a sentence; in fog nobody is told who the traitors are. @param {State} s @param {import('../words/i18n.js').Speech} say */
export function whatIsShared(s, { t, list }) {
  const { scenario } = s;
  if (!scenario) return '';
  const generals = t('generals.counted', { count: scenario.n });
  if (povOf(s) !== null) return t('share.fog', { generals });
  const { traitors } = scenario;
  const values = { count: traitors.length, list: list(traitors.map(String)) };
  return t('share.what', { generals, traitors: traitors.length ? t('traitors.counted', values) : t('traitors.counted.none') });
}

/** The address of what is shown, in its lesson. @param {State} s @param {boolean} isHere at the step that is shown, not at the beginning */
export function sharedLink(s, isHere) {
  if (!s.link) return '';
  const place = { ...looked(s), at: isHere && s.cursor > 0 ? s.cursor : null, ...(beatOf(s) ? { lesson: s.place.lesson, beat: s.place.beat } : { lesson: null, beat: null }) };
  return `${location.href.split('#')[0]}#${address(s.link, place)}`;
}

/** The link in a field, and a button that copies it and says so for a while. @param {import('../state/types.js').Binder} binder @param {Page} page @param {() => string} link */
function copyRow({ el, refresh }, { t, id }, link) {
  /** @type {'' | 'share.copied' | 'share.selected'} */
  let answer = '';
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
  async function copyLink() {
    answer = (await copy(field)) ? 'share.copied' : 'share.selected';
    refresh();
    setTimeout(() => {
      answer = '';
      refresh();
    }, COPIED_MS);
  }
  const button = el(
    'button',
    { class: 'bar-button solid copy', onclick: copyLink },
    icon('copy', 16),
    el('span', {}, () => t(answer || 'share.copy')),
  );
  return {
    label: el('label', { class: 'label', for: field.id }, () => t('share.link')),
    row: el('div', { class: 'share-row' }, field, button),
    told: el('p', { class: 'unseen', role: 'status' }, () => (answer ? t(answer) : '')),
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
