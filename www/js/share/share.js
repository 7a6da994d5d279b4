// Share: a dialog with the link, which is the whole run.

import { binder } from '../kit/dom.js';
import { looked } from '../state/address.js';
import { address } from '../state/engine.js';
import { povOf, visibleTime } from '../state/pov.js';
import { icon } from '../kit/icons.js';

/** @typedef {import('../shell/page.js').Page} Page */

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

/** @param {HTMLElement} root @param {Page} page */
export function share(root, { store, t, say }) {
  const { el, refresh } = binder();
  const s = () => store.state;
  /** @type {'' | 'share.copied' | 'share.selected'} */
  let answer = '';
  const here = el('input', { type: 'checkbox', checked: true, onchange: () => refresh() });
  const link = () => {
    if (!s().link) return '';
    const place = { ...looked(s()), at: here.checked && s().cursor > 0 ? s().cursor : null, lesson: null };
    return `${location.href.split('#')[0]}#${address(s().link, place)}`;
  };
  /** @type {HTMLInputElement} */
  const field = el('input', {
    type: 'text',
    readonly: true,
    'data-testid': 'share-link',
    'aria-label': () => t('share.link'),
    value: link,
    onfocus: () => field.select(),
  });
  const button = el(
    'button',
    {
      class: 'bar-button solid copy',
      onclick: async () => {
        answer = (await copy(field)) ? 'share.copied' : 'share.selected';
        refresh();
        setTimeout(() => {
          answer = '';
          refresh();
        }, COPIED_MS);
      },
    },
    icon('copy', 16),
    el('span', {}, () => t(answer || 'share.copy')),
  );
  const close = () => store.apply({ type: 'share', open: false });
  /** @type {HTMLDialogElement} */
  const dialog = el(
    'dialog',
    {
      class: 'share',
      'aria-labelledby': 'share-title',
      onclose: close,
      onclick: (/** @type {Event} */ e) => {
        if (e.target === dialog) dialog.close();
      },
    },
    el(
      'div',
      { class: 'share-body' },
      el(
        'div',
        { class: 'share-head' },
        el('h2', { id: 'share-title' }, () => t('share.title')),
        el('p', {}, () => {
          const c = s().scenario;
          if (c && povOf(s()) !== null) return t('share.fog', { generals: t('generals.counted', { count: c.n }) });
          return c
            ? t('share.what', {
                generals: t('generals.counted', { count: c.n }),
                traitors: c.traitors.length
                  ? t('traitors.counted', { count: c.traitors.length, list: say().list(c.traitors.map(String)) })
                  : t('traitors.counted.none'),
              })
            : '';
        }),
        el(
          'button',
          { class: 'bar-button square', 'aria-label': () => t('close'), onclick: () => dialog.close() },
          icon('cross', 16),
        ),
      ),
      el('label', { class: 'label', for: 'share-field' }, () => t('share.link')),
      el('div', { class: 'share-row' }, field, button),
      el(
        'label',
        { class: 'check', hidden: () => s().cursor === 0 },
        here,
        el('span', {}, () => t('share.here', { step: visibleTime(s()).place(s().cursor) })),
      ),
      el('p', { class: 'hint' }, () => t('share.hint')),
      el('p', { class: 'unseen', role: 'status' }, () => (answer ? t(answer) : '')),
    ),
  );
  field.id = 'share-field';
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
