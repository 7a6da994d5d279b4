// Whose eyes these are: a strip over the map while the reader sees only what one general does, and the way out.

import { binder } from '../kit/dom.js';
import { povOf } from '../state/pov.js';
import { icon } from '../kit/icons.js';

/** @typedef {import('../shell/page.js').Page} Page */

/** @param {HTMLElement} root @param {Page} page */
export function povBanner(root, { store, t, say }) {
  const { el, refresh } = binder();
  const fog = () => povOf(store.state) !== null;
  root.append(
    el(
      'p',
      { class: 'eyes-words', role: 'status', 'data-testid': 'eyes' },
      icon('eye', 19),
      el('span', {}, () => (fog() ? t('eyes', { who: say().general(povOf(store.state) ?? 1) }) : '')),
    ),
    el(
      'button',
      { class: 'lift', 'data-testid': 'lift', onclick: () => store.apply({ type: 'pov', general: null }) },
      el('span', {}, () => t('eyes.lift')),
      el('kbd', { 'aria-hidden': 'true' }, 'Esc'),
    ),
  );
  return () => {
    root.hidden = !fog();
    refresh();
  };
}
