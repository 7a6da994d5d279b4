// The sheet of small screens: three tabs and a grip; it is drawn up by a drag or a tap, and by the focus when that goes into it.

import { binder } from '../kit/dom.js';

/** @typedef {import('./page.js').Page} Page */

/** A finger that moved less has tapped. */
const TAP_PX = 8;
/** A drag this long moves the sheet, a shorter one falls back. */
const DRAG_PX = 36;

/**
 * @param {HTMLElement} root its tabs @param {HTMLElement} whole the sheet with all it holds @param {Page} page
 * @param {() => boolean} inUse whether the screen is small enough to have a sheet
 */
export function bottomSheet(root, whole, { store, t, say }, inUse) {
  const { el, refresh } = binder();
  /** @param {import('../state/types.js').Sheet} name @param {() => string} words */
  const tab = (name, words) =>
    el(
      'button',
      {
        'aria-pressed': () => String(store.state.sheet === name),
        onclick: () => store.apply({ type: 'sheet', sheet: name }),
      },
      words,
    );
  root.append(
    el('button', {
      class: 'grip',
      'data-testid': 'sheet-grip',
      'aria-expanded': () => String(store.state.raised),
      'aria-controls': 'sheet',
      'aria-label': () => t('sheet.raise'),
      onclick: () => store.apply({ type: 'raise', up: !store.state.raised }),
    }),
    tab('scenario', () => t('scenario')),
    tab('general', () => (store.state.chosen === null ? t('sheet.general') : say().general(store.state.chosen))),
    tab('verdict', () => t('verdict')),
  );

  /** Where the finger went down, and where the sheet began then. @type {{y: number, top: number, moved: boolean} | null} */
  let drag = null;
  const top = () => whole.getBoundingClientRect().top;

  /** Glides from where it was. @param {number} from */
  function glide(from) {
    const way = from - top();
    if (store.state.still || Math.abs(way) < 1) return;
    whole.animate([{ transform: `translateY(${way}px)` }, { transform: 'none' }], {
      duration: 240,
      easing: 'cubic-bezier(.2,.7,.2,1)',
    });
  }

  root.addEventListener('pointerdown', (event) => {
    if (event.button === 0) drag = { y: event.clientY, top: top(), moved: false };
  });
  // A mouse leaves the tabs at once: everything that follows is looked for on the whole page.
  document.addEventListener('pointermove', (event) => {
    if (!drag) return;
    const way = event.clientY - drag.y;
    if (!drag.moved && Math.abs(way) < TAP_PX) return;
    if (!drag.moved) {
      drag.moved = true;
      document.body.dataset.raised = 'on';
    }
    whole.style.transform = '';
    whole.style.transform = `translateY(${Math.max(0, drag.top + way - top())}px)`;
  });
  /** @param {PointerEvent} event */
  function released(event) {
    if (!drag?.moved) {
      drag = null;
      return;
    }
    const way = event.clientY - drag.y;
    const from = top();
    const { raised } = store.state;
    const up = event.type === 'pointercancel' || Math.abs(way) < DRAG_PX ? raised : way < 0;
    whole.style.transform = '';
    document.body.dataset.raised = up ? 'on' : 'off';
    store.apply({ type: 'raise', up });
    glide(from);
    // The click that ends a drag chooses no tab.
    addEventListener('click', stop, { capture: true, once: true });
    setTimeout(() => removeEventListener('click', stop, { capture: true }));
    drag = null;
  }
  const stop = (/** @type {Event} */ event) => {
    event.stopPropagation();
    event.preventDefault();
  };
  document.addEventListener('pointerup', released);
  document.addEventListener('pointercancel', released);

  whole.addEventListener('focusin', ({ target }) => {
    if (!inUse() || store.state.raised || !(target instanceof Element) || root.contains(target)) return;
    if (target.matches(':focus-visible')) store.apply({ type: 'raise', up: true });
  });

  let shown = store.state.raised;
  return () => {
    refresh();
    const { raised } = store.state;
    const moves = raised !== shown && !drag;
    // Asked where it stands only when it moves: the answer makes the browser lay out the whole page.
    const from = moves ? top() : 0;
    document.body.dataset.raised = raised ? 'on' : 'off';
    if (moves) glide(from);
    shown = raised;
  };
}
