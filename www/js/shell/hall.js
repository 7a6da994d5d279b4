// The page in a hall: a pointer that rests goes out of sight, and a button leads back.

import { binder } from '../kit/dom.js';

/** A pointer that has not moved for so long is not pointing at anything. */
const REST_MS = 3000;

/** @param {HTMLElement} root @param {import('./page.js').Page} page */
export function hall(root, { root: part, store, t }) {
  const { el, refresh } = binder();
  let isOn = false;
  /** What had the focus when the hall was opened. @type {Element | null} */
  let opener = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let rest;

  root.append(
    el('button', { 'data-testid': 'projector-leave', onclick: () => store.apply({ type: 'projector', on: false }) }, () =>
      t('projector.leave'),
    ),
  );

  function wake() {
    clearTimeout(rest);
    delete part.dataset.pointer;
    if (!isOn) return;
    rest = setTimeout(() => {
      part.dataset.pointer = 'rests';
    }, REST_MS);
  }
  for (const type of ['pointermove', 'pointerdown']) part.addEventListener(type, wake);

  /** Of a button that is not in the hall the focus goes to the one that plays, or to what is shown; it may have been passed on already, to the way past the bar. */
  function enter() {
    const { activeElement } = document;
    const isPassedOn = activeElement?.closest('.skip') ?? false;
    opener = isPassedOn ? part.querySelector('.hall-button') : activeElement;
    if (!isPassedOn && activeElement?.checkVisibility() !== false) return;
    const [play, shown] = ['[data-testid="play"]', '.centre'].map((one) => /** @type {HTMLElement} */ (part.querySelector(one)));
    (play.checkVisibility() ? play : shown).focus();
  }
  /** The focus goes back to where it was, unless it has gone on. */
  function leave() {
    const { activeElement } = document;
    const isLost = activeElement === document.body || root.contains(activeElement) || opener?.matches('.hall-button');
    if (isLost && opener instanceof HTMLElement && opener.isConnected) opener.focus();
    opener = null;
  }
  return () => {
    refresh();
    const { projector } = store.state;
    if (projector === isOn) return;
    isOn = projector;
    root.hidden = !projector;
    wake();
    if (projector) enter();
    else leave();
  };
}
