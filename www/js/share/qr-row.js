// The QR code of the link, for a lecture hall: what it is for, or why there is none; shown large; saved.

import { icon } from '../kit/icons.js';
import { saveBlob } from '../kit/saving.js';
import { qrFile, qrPicture } from './qr.js';
import { qrLarge } from './qr-large.js';
import { tooLongFor } from './shared-link.js';

/** @typedef {import('../shell/page.js').Page} Page */

/** Nothing is drawn while nothing is shared. */
const NONE = '<svg></svg>';

/** @param {HTMLElement} root @param {import('../state/types.js').Binder} own @param {Page} page @param {import('./address-column.js').Shared} now */
export function qrRow(root, own, page, now) {
  const { el, picture } = own;
  const { t } = page;
  const hasCode = () => now.link !== '' && (now.at.reach === 'all' || now.at.reach === 'here') && tooLongFor(now.address) !== 'code';
  const told = () => {
    if (now.at.reach !== 'all') return t(`share.qr.${now.at.reach}`);
    const long = tooLongFor(now.address);
    return long === null || long === 'chat' ? t('share.qr.told') : t(`share.qr.${long}`, { count: now.address.length });
  };
  const markup = () => (hasCode() ? qrPicture(now.address, { role: 'img', 'aria-label': t('share.qr.name') }) : NONE);
  const large = qrLarge(root, page);
  const save = () => saveBlob(new Blob([qrFile(now.address, t('share.qr.name'))], { type: 'image/svg+xml' }), 'generals-qr.svg');
  const node = el(
    'div',
    { class: 'share-qr' },
    el('div', { class: 'share-qr-box', 'data-testid': 'share-qr', hidden: () => !hasCode() }, picture(markup)),
    el(
      'div',
      { class: 'share-qr-more' },
      el('h3', { class: 'label' }, () => t('share.qr')),
      el('p', { class: 'share-qr-told' }, told),
      el(
        'div',
        { class: 'share-qr-ways', hidden: () => !hasCode() },
        el('button', { class: 'bar-button line', 'data-testid': 'share-qr-large', onclick: () => large.open(now.address) }, icon('out', 16), el('span', {}, () => t('share.qr.large'))),
        el('button', { class: 'text-button', 'data-testid': 'share-qr-save', onclick: save }, () => t('share.qr.save')),
      ),
    ),
  );
  return {
    node,
    refresh() {
      if (!hasCode()) large.shut();
    },
  };
}
