// Share: a dialog with what of a run is an address and what is a file; narrow screens show one of the two at a time.

import { binder } from '../kit/dom.js';
import { icon } from '../kit/icons.js';
import { latePart } from '../kit/late-part.js';
import { addressColumn } from './address-column.js';
import { tabs } from './tabs.js';
import { whatIsShared } from './what.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {'address' | 'files'} Column */

/** Where both columns have no room beside each other, as in share.css. */
const NARROW = '(width < 900px)';

/** @param {import('../state/types.js').Binder} own @param {Page} page @param {() => void} shut */
function head({ el }, { t, store, say, id }, shut) {
  return el(
    'div',
    { class: 'share-head' },
    el('h2', { id: id('share-title') }, () => t('share.title')),
    el('p', {}, () => whatIsShared(store.state, say())),
    el('button', { class: 'bar-button square', 'aria-label': () => t('close'), onclick: shut }, icon('cross', 16)),
  );
}

/** @param {HTMLElement} root @param {Page} page */
export function share(root, page) {
  const { store, t, id } = page;
  const own = binder();
  const { el } = own;
  const narrow = matchMedia(NARROW);
  /** @type {Column} */
  let shown = 'address';
  const address = addressColumn(root, page, () => update());
  const filesPlace = el('div', { class: 'share-late' });
  const choice = tabs(own, page, { address: () => t('share.tab.address'), files: () => t('share.tab.files') }, () => shown, (to) => {
    shown = to;
    update();
  });
  /** On wide screens both are parts of the dialog, else pages of it. @param {Column} column @param {Node} content */
  const section = (column, content) =>
    el('section', { class: `share-${column}`, id: id(`share-${column}`), role: () => (narrow.matches ? 'tabpanel' : 'group'), 'aria-labelledby': choice.idOf(column) }, content);
  /** @type {HTMLDialogElement} */
  const dialog = el(
    'dialog',
    {
      class: 'share',
      'aria-labelledby': id('share-title'),
      'data-column': () => shown,
      onclose: () => away(),
      // Esc has closed it before `close` is told: a second Esc is already for what lies under it.
      oncancel: () => away(),
      onclick: (/** @type {Event} */ event) => {
        if (event.target === dialog) dialog.close();
      },
    },
    head(own, page, () => dialog.close()),
    choice.node,
    el('div', { class: 'share-columns' }, section('address', address.node), section('files', filesPlace)),
  );
  root.append(dialog);
  const isWanted = () => store.state.sharing && (!narrow.matches || shown === 'files');
  const leave = () => {
    shown = 'address';
    update();
  };
  const files = latePart(filesPlace, page, { isWanted, bring: () => import('./files-part.js'), leave, changed: () => update() });
  const away = () => void store.apply({ type: 'share', open: false });
  narrow.addEventListener('change', () => store.state.sharing && update());

  function update() {
    const { sharing } = store.state;
    address.refresh();
    files.refresh();
    filesPlace.setAttribute('aria-busy', String(files.isComing()));
    own.refresh();
    if (sharing && !dialog.open) {
      // What is shared stands still.
      if (store.state.playing) store.apply({ type: 'pause' });
      dialog.showModal();
    }
    if (!sharing && dialog.open) dialog.close();
  }
  return update;
}
