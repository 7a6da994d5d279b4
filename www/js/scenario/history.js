// Undo and redo, wherever a panel offers them.

import { icon } from '../kit/icons.js';

/** @param {import('../state/types.js').Binder} binder @param {import('../shell/page.js').Page} page @param {boolean} [testid] */
export function history({ el }, { store, t }, testid = true) {
  /** @param {'undo' | 'redo'} action @param {'past' | 'future'} from */
  const button = (action, from) =>
    el(
      'button',
      {
        class: 'history-button',
        'data-testid': testid ? action : null,
        'aria-label': () => t(action),
        title: () => `${t(action)} · Ctrl+${action === 'redo' ? 'Shift+' : ''}Z`,
        'aria-disabled': () => (store.state[from].length === 0 ? 'true' : null),
        onclick: () => store.apply({ type: action }),
      },
      icon(action),
    );
  return el('span', { class: 'history' }, button('undo', 'past'), button('redo', 'future'));
}
