// What can be done with a letter on the map, as a menu beside it.

import { deedsOf, hasPatience } from './queue-row.js';
import { nameOf } from './words.js';

/** @typedef {import('../shell/page.js').Page} Page */

/** What can be done with a letter, beside it. @param {Page} page @param {import('./queue-row.js').Tell} tell */
export function letterMenu(page, tell) {
  const { t, store, say } = page;
  const node = document.createElement('div');
  node.className = 'slow-menu';
  node.popover = 'auto';
  node.setAttribute('role', 'menu');
  /** @param {HTMLElement} over @param {import('./queue.js').Row} row */
  function open(over, row) {
    const deeds = deedsOf(page, row, tell);
    /** @param {string} key @param {() => void} does */
    const item = (key, does) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.setAttribute('role', 'menuitem');
      button.dataset.testid = `menu-${key}`;
      button.textContent = t(`slow.do.${key}`);
      button.onclick = () => {
        node.hidePopover();
        does();
      };
      return button;
    };
    const { left, bottom } = over.getBoundingClientRect();
    node.setAttribute('aria-label', nameOf(say(), store.state.scenario?.protocol, row));
    const past = hasPatience(store.state) && !row.past ? [item('past', deeds.past)] : [];
    node.replaceChildren(item('deliver', deeds.deliver), item(row.place === null ? 'free' : 'hold', deeds.turn), ...past);
    node.style.left = `${Math.max(8, Math.min(left, innerWidth - 200))}px`;
    node.style.top = `${Math.min(bottom + 4, innerHeight - 160)}px`;
    node.showPopover();
    /** @type {HTMLElement} */ (node.firstElementChild).focus();
  }
  node.addEventListener('keydown', (event) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const all = /** @type {HTMLElement[]} */ ([...node.children]);
    all.at((all.indexOf(/** @type {HTMLElement} */ (document.activeElement)) + by) % all.length)?.focus();
  });
  return { node, open };
}
