// The small buttons in the stage's corner: the signs, the messages of the round, nearer and farther.

import { binder } from '../kit/dom.js';
import { icon } from '../kit/icons.js';
import { NEARER } from '../state/zoom.js';

/** @typedef {import('../shell/page.js').Page} Page */

/** @param {HTMLElement} root @param {Page} page @param {{close: () => boolean, nearer: (by: number | null) => void}} map */
export function stageTools(root, { store, t, id }, { close, nearer }) {
  const { el, refresh } = binder();
  const s = () => store.state;
  /**
   * @param {string} name @param {Parameters<typeof icon>[0]} sign
   * @param {() => void} action @param {import('../state/types.js').Attrs} [more]
   */
  const button = (name, sign, action, more = {}) =>
    el(
      'button',
      {
        class: 'tool',
        'data-testid': name,
        'aria-label': () => t(name),
        title: () => t(name),
        onclick: action,
        ...more,
      },
      icon(sign, 18),
    );
  root.append(
    button('legend', 'legend', () => store.apply({ type: 'leaf', leaf: 'legend' }), { 'aria-haspopup': 'dialog' }),
    button('messages', 'letters', () => store.apply({ type: 'listing', open: !s().listing }), {
      hidden: () => !s().session,
      'aria-expanded': () => String(s().listing),
      'aria-controls': id('listing'),
    }),
    button('nearer', 'plus', () => nearer(NEARER), { hidden: () => !close() }),
    button('farther', 'minus', () => nearer(1 / NEARER), { hidden: () => !close() || s().zoom.z === 1 }),
  );
  return refresh;
}
