// Ways to cheat with a letter: other bytes on the scroll, and the letter sent as it now is.

import { forgery } from '../state/letter-actions.js';
import { firstChange, withOneBit, withOtherOrder, withOtherSigner } from './letter-findings.js';
import { ownedKeys } from './letter-reading.js';

/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('../shell/page.js').Page} Page */

/** Changes the letter as it was sent, or puts it back. @param {Binder} binder @param {Page} page @param {string} name @param {(bytes: readonly number[]) => readonly number[]} change */
function cheat({ el }, { store, t }, name, change) {
  const letter = () => store.state.letter;
  const sent = () => letter()?.sent ?? [];
  const after = () => (letter() ? change(sent()) : []);
  const isOn = () => firstChange(after(), letter()?.bytes ?? []) < 0;
  return el(
    'button',
    {
      class: 'cheat',
      'data-testid': `cheat-${name}`,
      'aria-pressed': () => String(isOn()),
      onclick: () => store.apply({ type: 'letter-bytes', bytes: isOn() ? sent() : after() }),
    },
    () => t(`cheat.${name}`),
  );
}

/** @param {Binder} binder @param {Page} page @param {() => import('./letter-reading.js').Reading | null} reading */
export function cheats(binder, page, reading) {
  const { el } = binder;
  const { store, t, say } = page;
  const owners = () => {
    const keys = ownedKeys(store.state);
    if (keys.length === 0) return t('cheat.keys.none');
    return t('cheat.keys', { who: say().generals(keys) });
  };
  const send = () => {
    const changes = forgery(store.state);
    if (changes) store.apply({ type: 'edit', changes });
  };
  return [
    el('h3', { class: 'label' }, () => t('cheat')),
    el(
      'div',
      { class: 'cheats' },
      cheat(binder, page, 'order', withOtherOrder),
      cheat(binder, page, 'signer', (bytes) => withOtherSigner(bytes, store.state.scenario?.n ?? 4)),
      cheat(binder, page, 'bit', withOneBit),
    ),
    el('p', { class: 'hint' }, owners),
    el(
      'button',
      { class: 'turn-button', 'data-testid': 'forge', hidden: () => forgery(store.state) === null, onclick: send },
      () => t('forge', { from: say().general(reading()?.from ?? 1) }),
    ),
  ];
}
