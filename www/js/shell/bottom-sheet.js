// The sheet of small screens: three tabs and a grip; it is drawn up by a drag or a tap, and by the focus when that goes into it.

import { binder } from '../kit/dom.js';

/** @typedef {import('./page.js').Page} Page */

/** A finger that moved less has tapped. */
const TAP_PX = 8;
/** A drag this long moves the sheet, a shorter one falls back. */
const DRAG_PX = 36;

/** The grip and the three tabs. @param {import('../state/types.js').Binder} binder @param {import('./page.js').Page} page */
function tabsOf({ el }, { store, t, say, id }) {
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
  return [
    el('button', {
      class: 'grip',
      'data-testid': 'sheet-grip',
      'aria-expanded': () => String(store.state.raised),
      'aria-controls': id('sheet'),
      'aria-label': () => t('sheet.raise'),
      onclick: () => store.apply({ type: 'raise', up: !store.state.raised }),
    }),
    tab('scenario', () => t('scenario')),
    tab('general', () => {
      // A task may have something else beside its map than who is chosen.
      const own = say().under('sheet.general', store.state.spec?.task);
      return store.state.chosen === null || own !== 'sheet.general' ? t(own) : say().general(store.state.chosen);
    }),
    tab('verdict', () => t('verdict')),
  ];
}

/** The click that ends a drag chooses no tab. */
function swallowClick() {
  const stop = (/** @type {Event} */ event) => {
    event.stopPropagation();
    event.preventDefault();
  };
  addEventListener('click', stop, { capture: true, once: true });
  setTimeout(() => removeEventListener('click', stop, { capture: true }));
}

/**
 * The sheet follows a finger that draws it by its tabs; let go, it falls to where it was drawn.
 * @param {HTMLElement} tabs @param {HTMLElement} sheet
 * @param {{put: (up: boolean) => void, drop: (up: boolean, from: number) => void, isRaised: () => boolean}} how
 *   `put`: it looks raised or not; `drop`: it is let go, having stood at `from`
 */
function draggable(tabs, sheet, { put, drop, isRaised }) {
  /** Where the finger went down, and where the sheet began then. @type {{y: number, top: number, moved: boolean} | null} */
  let drag = null;
  tabs.addEventListener('pointerdown', (event) => {
    if (event.button === 0) drag = { y: event.clientY, top: topOf(sheet), moved: false };
  });
  // A mouse leaves the tabs at once: everything that follows is looked for on the whole page.
  document.addEventListener('pointermove', (event) => {
    if (!drag) return;
    const way = event.clientY - drag.y;
    if (!drag.moved && Math.abs(way) < TAP_PX) return;
    if (!drag.moved) {
      drag.moved = true;
      put(true);
    }
    sheet.style.transform = '';
    sheet.style.transform = `translateY(${Math.max(0, drag.top + way - topOf(sheet))}px)`;
  });
  /** @param {PointerEvent} event */
  function release(event) {
    const { moved = false, y = 0 } = drag ?? {};
    drag = null;
    if (!moved) return;
    const way = event.clientY - y;
    const from = topOf(sheet);
    const up = event.type === 'pointercancel' || Math.abs(way) < DRAG_PX ? isRaised() : way < 0;
    sheet.style.transform = '';
    put(up);
    drop(up, from);
    swallowClick();
  }
  document.addEventListener('pointerup', release);
  document.addEventListener('pointercancel', release);
  return { isDragged: () => drag !== null };
}

/** Whether the sheet lies over some of it. @param {Element} target @param {HTMLElement} sheet */
function isBehind(target, sheet) {
  if (sheet.contains(target) || target.closest('dialog')) return false;
  const [own, over] = [target.getBoundingClientRect(), sheet.getBoundingClientRect()];
  return own.bottom > over.top && own.top < over.bottom;
}

/** @param {HTMLElement} node */
const topOf = (node) => node.getBoundingClientRect().top;

/**
 * @param {HTMLElement} root its tabs @param {HTMLElement} whole the sheet with all it holds @param {Page} page
 * @param {() => boolean} isInUse whether the screen is small enough to have a sheet
 */
export function bottomSheet(root, whole, page, isInUse) {
  const { store } = page;
  const own = binder();
  root.append(...tabsOf(own, page));
  /** @param {boolean} up */
  const put = (up) => {
    page.root.dataset.raised = up ? 'on' : 'off';
  };
  /** Glides from where it was. @param {number} from */
  function glide(from) {
    const way = from - topOf(whole);
    if (store.state.still || Math.abs(way) < 1) return;
    whole.animate([{ transform: `translateY(${way}px)` }, { transform: 'none' }], {
      duration: 240,
      easing: 'cubic-bezier(.2,.7,.2,1)',
    });
  }
  const { isDragged } = draggable(root, whole, {
    put,
    isRaised: () => store.state.raised,
    drop: (up, from) => {
      store.apply({ type: 'raise', up });
      glide(from);
    },
  });
  // Raised, it lies over the map and its sentence: it makes way for the focus that goes there, and comes up for one that goes into it.
  page.root.addEventListener('focusin', ({ target }) => {
    if (!isInUse() || !(target instanceof Element) || !target.matches(':focus-visible')) return;
    const { raised } = store.state;
    if (raised ? isBehind(target, whole) : whole.contains(target) && !root.contains(target)) store.apply({ type: 'raise', up: !raised });
  });

  let shown = store.state.raised;
  return () => {
    own.refresh();
    const { raised } = store.state;
    const moves = raised !== shown && !isDragged();
    // Asked where it stands only when it moves: the answer makes the browser lay out the whole page.
    const from = moves ? topOf(whole) : 0;
    put(raised);
    if (moves) glide(from);
    shown = raised;
  };
}
