// The third answer where letters are slow: he waits for more.

import { isSlow } from '../state/spec.js';

/**
 * @param {import('../state/types.js').Binder} binder @param {import('../shell/page.js').Page} page
 * @param {() => number | null} asked in whose place @param {() => import('../state/types.js').Advice | null} said what was answered
 */
export const waitChoice = ({ el }, { store, t }, asked, said) =>
  el(
    'button',
    {
      class: 'choice',
      value: 'wait',
      hidden: () => !isSlow(store.state),
      'aria-pressed': () => String(said() === 'wait'),
      onclick: () => {
        const general = asked();
        if (general !== null) store.apply({ type: 'advise', general, order: 'wait' });
      },
    },
    el('span', {}, () => t('order.wait')),
  );
