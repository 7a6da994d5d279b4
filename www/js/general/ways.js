// What can be done with the chosen general: see through his eyes, turn him, look for another world that he cannot tell from this one.

import { povOf } from '../state/pov.js';
import { answers } from '../state/spec.js';
import { icon } from '../kit/icons.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('./chosen.js').Chosen} Chosen */

/** @param {Binder} binder @param {Page} page @param {Chosen} chosen @returns {HTMLElement[]} */
export function ways({ el }, { store, t, say }, { id, loyal, isOpen }) {
  const s = () => store.state;
  const viewing = () => povOf(s()) === id();
  const him = () => ({ who: say().general(id()) });
  const viewAs = el(
    'button',
    {
      class: 'turn-button',
      'data-testid': 'view-as',
      onclick: () => store.apply({ type: 'pov', general: viewing() ? null : id() }),
    },
    icon('eye', 19),
    el('span', {}, () => (viewing() ? t('eyes.lift') : t('eyes.view', him()))),
    el('kbd', { 'aria-hidden': 'true' }, 'V'),
  );
  const turn = el(
    'button',
    {
      class: 'turn-button',
      hidden: () => povOf(s()) !== null,
      onclick: () => store.apply({ type: 'turn', general: id() }),
    },
    el('span', {}, () => t(loyal() === false ? 'turn.loyal' : 'turn.traitor', him())),
    el('kbd', { 'aria-hidden': 'true' }, 'T'),
  );
  const findWorld = el(
    'button',
    {
      class: 'beside',
      'data-testid': 'find-world',
      hidden: () => !isOpen() || !s().session || !answers(s(), 'other-world'),
      onclick: () => store.apply({ type: 'pair', general: id() }),
    },
    () => t('pair.find'),
  );
  return [el('div', { class: 'inspector-ways' }, viewAs, turn, findWorld)];
}
