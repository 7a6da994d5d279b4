// A leaf laid over the page: a dialog with a title and a way to close it; the focus returns to where it was.

import { binder } from './dom.js';
import { icon } from './icons.js';

/** @typedef {import('../shell/page.js').Page} Page */

/**
 * @param {HTMLElement} root @param {Page} page @param {import('../state/types.js').Leaf} name
 * @param {(binder: import('../state/types.js').Binder) => HTMLElement[]} fill what is on it, made when it is first opened
 */
export function dialog(root, { store, t, id }, name, fill) {
  const { el, refresh } = binder();
  const open = () => store.state.leaf === name;
  /** @type {import('../state/types.js').Binder | null} */
  let inner = null;
  const body = el('div', { class: `leaf-body ${name}` });
  const shut = () => {
    if (open()) store.apply({ type: 'leaf', leaf: null });
  };
  /** @type {HTMLDialogElement} */
  const dialog = el(
    'dialog',
    {
      class: 'leaf',
      'data-testid': `${name}-leaf`,
      'aria-labelledby': id(`${name}-title`),
      onclose: shut,
      // Esc has closed it before `close` is told: a second Esc is already for what lies under it.
      oncancel: shut,
      onclick: (/** @type {Event} */ event) => {
        if (event.target === dialog) dialog.close();
      },
    },
    el(
      'div',
      { class: 'leaf-head' },
      el('h2', { id: id(`${name}-title`) }, () => t(`${name}.title`)),
      el(
        'button',
        { class: 'bar-button square', 'aria-label': () => t('close'), onclick: () => dialog.close() },
        icon('cross', 16),
      ),
    ),
    body,
  );
  root.append(dialog);
  return () => {
    if (!open()) {
      if (dialog.open) dialog.close();
      return;
    }
    refresh();
    if (inner) inner.refresh();
    else {
      inner = binder();
      body.append(...fill(inner));
    }
    if (!dialog.open) dialog.showModal();
  };
}
