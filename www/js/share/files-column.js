// What a run can be taken away as: the kinds of files, one of them looked at and saved.

import { videoWay } from '../files/video-way.js';
import { binder } from '../kit/dom.js';
import { fileOptions } from './file-options.js';
import { filePreview } from './file-preview.js';
import { fileSaving } from './file-saving.js';
import { fileTiles } from './file-tiles.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../files/types.js').FileOffer} FileOffer */
/** @typedef {import('../files/types.js').FileOptions} FileOptions */
/** What the reader has chosen, and what the preview found out. @typedef {{offer: FileOffer, options: FileOptions, size: string}} Chosen */

/** As the page is shown. @param {HTMLElement} root */
const themeOf = (root) => (getComputedStyle(root).colorScheme === 'dark' ? 'dark' : 'light');

/** @param {HTMLElement} place @param {Page} page @param {readonly FileOffer[]} offers */
export function filesColumn(place, page, offers) {
  const { store, root, t } = page;
  const own = binder();
  const { el } = own;
  /** @type {Chosen} */
  const chosen = { offer: offers[0], options: { theme: themeOf(root), times: 2, caption: true }, size: '' };
  let isOpen = false;
  /** Why there is no such file of what is shown; null: there is. */
  const refusal = () => {
    const key = chosen.offer.refused(page);
    return key === null ? null : t(key);
  };
  const saving = fileSaving(own, page, chosen, () => refusal() !== null);
  const preview = filePreview(own, page, chosen, refusal, () => own.refresh());
  const choose = () => {
    own.refresh();
    preview.show();
  };
  place.append(
    el(
      'div',
      { class: 'share-files-body' },
      el('h3', { class: 'label' }, () => t('share.files')),
      fileTiles(own, page, offers, chosen, choose),
      preview.node,
      fileOptions(own, page, chosen, choose),
      saving.node,
      el('p', { class: 'hint' }, () => t(window.self === window.top ? 'share.files.told' : 'share.files.framed')),
    ),
  );
  // A browser is asked for its encoders; until it answers, the tile of videos says what is sure to be there.
  void videoWay().then(() => own.refresh());
  return () => {
    const { sharing } = store.state;
    if (sharing && !isOpen) chosen.options.theme = themeOf(root);
    if (!sharing) saving.stop();
    isOpen = sharing;
    own.refresh();
    if (sharing) preview.show();
    else preview.clear();
  };
}
