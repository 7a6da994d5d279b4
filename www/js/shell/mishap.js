// The engine broke off, which it should never do: the reader is told, and that another one has taken its place or that none could.

import { binder } from '../kit/dom.js';

/** @param {HTMLElement} root @param {import('./page.js').Page} page */
export function mishap(root, { store, t }) {
  const { el, list, refresh } = binder();
  const told = () => store.state.mishap;
  list(
    root.appendChild(el('div', { class: 'mishap' })),
    () => [told()].filter((what) => what !== null),
    String,
    (what, own) =>
      own.el(
        'p',
        { class: 'late-failed', role: 'alert', 'data-testid': 'mishap', 'data-what': what },
        own.el('span', {}, () => t(`mishap.${what}`)),
        own.el('button', { class: 'bar-button line', onclick: () => store.apply({ type: 'dismiss' }) }, () => t('close')),
      ),
  );
  return refresh;
}
