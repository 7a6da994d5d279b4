// The QR code as large as the screen, to be seen from the last row; under it the link, to be typed where it is short enough for that.

import { binder } from '../kit/dom.js';
import { icon } from '../kit/icons.js';
import { drawn } from '../kit/picture.js';
import { qrPicture } from './qr.js';

/** Longer links are typed by nobody. */
const TYPED_CHARACTERS = 120;

/** As people type it. @param {string} address */
const short = (address) => address.replace(/^https?:\/\//, '');

/** @param {HTMLElement} root @param {import('../shell/page.js').Page} page */
export function qrLarge(root, { t }) {
  const { el, refresh } = binder();
  let address = '';
  const box = el('div', { class: 'qr-large-box', 'data-testid': 'share-qr-shown' });
  /** @type {HTMLDialogElement} */
  const dialog = el(
    'dialog',
    { class: 'qr-large', 'aria-label': () => t('share.qr.name'), onclose: () => box.replaceChildren() },
    el('button', { class: 'bar-button square', 'aria-label': () => t('close'), onclick: () => dialog.close() }, icon('cross', 22)),
    box,
    el('p', { style: () => `--letters: ${short(address).length}`, hidden: () => address.length > TYPED_CHARACTERS }, () => short(address)),
  );
  root.append(dialog);
  return {
    /** @param {string} link */
    open(link) {
      address = link;
      refresh();
      box.replaceChildren(drawn(qrPicture(link, { role: 'img', 'aria-label': t('share.qr.name') })));
      dialog.showModal();
    },
    shut() {
      if (dialog.open) dialog.close();
      address = '';
    },
  };
}
