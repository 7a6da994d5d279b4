// A signed letter under the glass: who sealed what over which bytes, what each check says, and every way to cheat.

import { binder } from '../kit/dom.js';
import { icon } from '../kit/icons.js';
import { drawn } from '../kit/picture.js';
import { povOf } from '../state/pov.js';
import { bytes } from './letter-bytes.js';
import { cheats } from './letter-cheats.js';
import { checks } from './letter-checks.js';
import { keys } from './letter-keys.js';
import { letterPicture } from './letter-picture.js';
import { proofs } from './letter-proofs.js';
import { readLetter } from './letter-reading.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('./letter-reading.js').Reading} Reading */

/** Where in the run the letter travels, and the way back. @param {import('../state/types.js').Binder} binder @param {Page} page @param {() => Reading | null} reading */
function strip({ el }, { store, t }, reading) {
  const place = () => {
    const { length, scenario } = store.state;
    const step = reading()?.step;
    return step === undefined ? '' : t('letter.place', { step, length: Math.max(0, length - 1), m: scenario?.m ?? 0 });
  };
  return el(
    'div',
    { class: 'strip' },
    el('h2', {}, () => t('letter')),
    el('p', { class: 'run' }, place),
    el(
      'button',
      {
        class: 'letter-close',
        'data-testid': 'letter-close',
        onclick: () => store.apply({ type: 'letter-close' }),
      },
      () => t('close'),
      icon('cross', 12),
    ),
  );
}

/** @param {HTMLElement} root @param {Page} page */
export function letter(root, page) {
  const { store, say } = page;
  const drawing = binder();
  const { el, list, refresh } = drawing;
  /** @type {Reading | null} */
  let read = null;
  const reading = () => read;

  const found = checks(drawing, page, reading);
  root.setAttribute('aria-labelledby', found.title.id);
  root.append(
    strip(drawing, page, reading),
    list(
      el('div', { class: 'letter-stage' }),
      () => (read && store.state.letter ? [{ ...store.state.letter, ...read }] : []),
      (now) => now.key,
      (now) => drawn(letterPicture(say(), now)),
    ),
    el(
      'div',
      { class: 'letter-checks' },
      ...found.nodes,
      ...cheats(drawing, page, reading),
      ...keys(drawing, page, reading),
      el('div', { class: 'letter-bytes' }, ...bytes(drawing, page), proofs(drawing, page, reading)),
    ),
  );

  let wasOpen = false;
  return () => {
    read = readLetter(store.state, say(), read);
    const isOpen = read !== null;
    // In fog not even the shut letter keeps what was known.
    if (isOpen || wasOpen || povOf(store.state) !== null) refresh();
    if (isOpen && !wasOpen) found.title.focus({ preventScroll: true });
    wasOpen = isOpen;
  };
}
