// The three tabs under the map on narrow screens: scenario, the chosen general, the verdict.

import { pen } from '../dom.js';

/** @typedef {import('../page.js').Page} Page */

/** @param {HTMLElement} root @param {Page} page */
export function sheet(root, { store, t, say }) {
  const { el, refresh } = pen();
  /** @param {import('../types.js').Sheet} name @param {() => string} words */
  const tab = (name, words) =>
    el(
      'button',
      {
        type: 'button',
        'aria-pressed': () => String(store.state.sheet === name),
        onclick: () => store.apply({ type: 'sheet', sheet: name }),
      },
      words,
    );
  root.append(
    tab('scenario', () => t('scenario')),
    tab('general', () => (store.state.chosen === null ? t('sheet.general') : say().general(store.state.chosen))),
    tab('verdict', () => t('verdict')),
  );
  return refresh;
}
