// Keys: stealing one that would help with the letter, giving it back, drawing new ones, and seeing what a stolen one breaks.

import { freshSeed } from '../state/engine.js';
import { povOf } from '../state/pov.js';
import { keepers } from './letter-reading.js';

/** @param {import('../state/types.js').Binder} binder @param {import('../shell/page.js').Page} page @param {() => import('./letter-reading.js').Reading | null} reading */
export function keys({ el, list }, { store, t, say }, reading) {
  const isStolen = (/** @type {number} */ id) => store.state.stolen.includes(id);
  const buttons = () => {
    const hasEnd = store.state.stolen.length > 0 && povOf(store.state) === null;
    return [...keepers(store.state, reading()).map(String), 'new', ...(hasEnd ? ['see'] : [])];
  };

  /** @param {number} id */
  function steal(id) {
    const { stolen } = store.state;
    const next = isStolen(id) ? stolen.filter((other) => other !== id) : [...stolen, id].sort((a, b) => a - b);
    store.apply({ type: 'edit', changes: { stolen: next } });
  }

  const drawNew = () => store.apply({ type: 'edit', changes: { seed: freshSeed() } });

  /** The end of the run shows what the stolen key broke. */
  function seeEnd() {
    store.apply({ type: 'letter-close' });
    store.apply({ type: 'end' });
  }

  return [
    el('h3', { class: 'label' }, () => t('keys')),
    list(
      el('div', { class: 'cheats' }),
      buttons,
      (what) => what,
      (what, own) => {
        if (what === 'new') return own.el('button', { class: 'cheat', 'data-testid': 'new-keys', onclick: drawNew }, () => t('keys.new'));
        if (what === 'see') return own.el('button', { class: 'cheat', 'data-testid': 'see-end', onclick: seeEnd }, () => t('keys.see'));
        const id = Number(what);
        return own.el(
          'button',
          {
            class: 'cheat',
            'data-testid': `steal-${id}`,
            'aria-pressed': () => String(isStolen(id)),
            onclick: () => steal(id),
          },
          () => t(isStolen(id) ? 'keys.return' : 'keys.steal', { who: say().general(id) }),
        );
      },
    ),
  ];
}
