// The laboratory: questions about all the traitors there could be, and what was found, as a run to be played.

import { binder } from '../kit/dom.js';
import { beatOf } from '../state/lesson.js';
import { isInLab } from '../state/screens.js';
import { labRoom } from './lab-room.js';
import { toolHead } from './lab-tools.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** What a tool is given, and what it is.
 * @typedef {{page: Page, ask: import('./ask.js').Laboratory, show: (finding: import('./found.js').Finding | null) => void, redraw: () => void}} Bench
 * @typedef {{node: HTMLElement, refresh: () => void, stop?: () => void}} Tool */

/** @param {HTMLElement} root @param {Page} page */
export function lab(root, page) {
  const { store, t, id } = page;
  const drawing = binder();
  const { el, refresh } = drawing;
  let isOpen = false;
  /** @type {HTMLElement | null} */
  let opener = null;

  const title = el('h2', { id: id('lab-title'), class: 'unseen', tabindex: -1 }, () => t('lab'));
  const head = toolHead(drawing, page);
  const room = labRoom(drawing, page, redraw);
  root.setAttribute('aria-labelledby', title.id);
  root.append(title, head.node, room.node, room.found);

  function redraw() {
    if (!isOpen) return;
    const held = document.activeElement;
    room.enter();
    refresh();
    room.refresh();
    // A button that is used up leaves the keyboard to the one in its place.
    if (room.node.contains(held) && held?.closest('[hidden]'))
      /** @type {HTMLElement} */ (held.parentElement?.querySelector(':scope > button:not([hidden])') ?? title).focus();
  }

  function open() {
    // In a lesson it is a stage like the map: the focus stays with the text, which leads on.
    opener = beatOf(store.state) === null ? /** @type {HTMLElement | null} */ (document.activeElement) : null;
    isOpen = true;
    redraw();
    // Opened by a link, where nothing had the focus, the page is read from its beginning.
    if (opener !== page.root && page.root.contains(opener)) title.focus({ preventScroll: true });
  }

  function shut() {
    isOpen = false;
    room.stop();
    if (opener?.isConnected) opener.focus();
  }

  return {
    refresh() {
      const is = isInLab(store.state);
      if (is && !isOpen) open();
      else if (is) redraw();
      else if (isOpen) shut();
    },
    retheme: room.retheme,
  };
}
