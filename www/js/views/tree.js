// The vote tree of the chosen general, folded by majorities.

import { pen } from '../dom.js';

/** @typedef {import('../page.js').Page} Page */

/** @param {Page} page @param {string} [side] which of two, where there are two @returns {import('../panels/views.js').View} */
export function tree(page, side = '') {
  const { el, refresh } = pen();
  const node = el('div', { class: 'tree', hidden: () => page.store.state.session === null, 'data-testid': side ? `tree-${side}` : 'tree' });
  return { node, refresh, paint() {} };
}
