// The run in space and time: a line for each general, an arrow for each message.

import { pen } from '../dom.js';

/** @typedef {import('../page.js').Page} Page */

/** @param {Page} page @param {string} [side] which of two, where there are two @returns {import('../panels/views.js').View} */
export function time(page, side = '') {
  const { el, refresh } = pen();
  const node = el('div', { class: 'time', hidden: () => page.store.state.session === null, 'data-testid': side ? `time-${side}` : 'time' });
  return { node, refresh, paint() {} };
}
