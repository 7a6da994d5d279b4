// What was asked for and could not be done, since what it needs could not be fetched: it says so, and offers to try again.

import { binder } from '../kit/dom.js';

/** @param {HTMLElement} root @param {import('./page.js').Page} page */
export function missed(root, { store, t }) {
  const { el, refresh } = binder();
  const again = () => {
    const { missed: action } = store.state;
    store.apply({ type: 'dismiss' });
    if (action) store.apply(action);
  };
  const words = el('p', { class: 'late-failed', role: 'alert', 'data-testid': 'missed' });
  const parts = [
    el('span', {}, () => t('late.failed')),
    el('button', { class: 'bar-button line', onclick: again }, () => t('late.again')),
    el('button', { class: 'bar-button line', onclick: () => store.apply({ type: 'dismiss' }) }, () => t('close')),
  ];
  words.append(...parts);
  return () => {
    const isMissed = store.state.missed !== null;
    if (isMissed) refresh();
    if (isMissed && !words.isConnected) root.append(words);
    if (!isMissed) words.remove();
  };
}
