// The small buttons in the stage's corner: the signs, the messages of the round, nearer and farther; where no strip has room for it, back among changes.

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
        class: `tool tool-${name}`,
        'data-testid': name,
        'aria-label': () => t(name),
        title: () => t(name),
        onclick: action,
        ...more,
      },
      icon(sign, 18),
    );
  /** @param {'undo' | 'redo'} action @param {'past' | 'future'} from */
  const change = (action, from) =>
    button(action, action, () => store.apply({ type: action }), {
      class: `tool change tool-${action}`,
      'data-testid': `stage-${action}`,
      hidden: () => s().past.length + s().future.length === 0,
      'aria-disabled': () => (s()[from].length === 0 ? 'true' : null),
    });
  root.append(
    button('legend', 'legend', () => store.apply({ type: 'leaf', leaf: 'legend' }), { 'aria-haspopup': 'dialog' }),
    change('undo', 'past'),
    change('redo', 'future'),
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
