// Every message of the run as a row.

import { pen } from '../dom.js';

/** @typedef {import('../page.js').Page} Page */

/** @param {Page} page @param {string} [side] which of two, where there are two @returns {import('../panels/views.js').View} */
export function table(page, side = '') {
  const { el, refresh } = pen();
  const node = el('div', { class: 'table', hidden: () => page.store.state.session === null, 'data-testid': side ? `table-${side}` : 'table' });
  return { node, refresh, paint() {} };
}
