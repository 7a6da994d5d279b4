// The keys of the letters on the map: one of them is a stop of the Tab key, ↑ and ↓ go to the others in the order in which they come.

import { holdFocus } from '../kit/focus.js';

export function letterKeys() {
  /** The one that the Tab key comes to; while it is not there, the first is. @type {string | null} */
  let entry = null;
  /** @type {HTMLElement} */
  let letters;
  const keyOf = (/** @type {Element | null} */ node) => node?.getAttribute('data-letter') ?? null;

  /** @param {HTMLElement} group */
  function listen(group) {
    letters = group;
    /** @param {HTMLElement} to */
    const enter = (to) => {
      entry = keyOf(to);
      for (const one of group.children) one.setAttribute('tabindex', one === to ? '0' : '-1');
    };
    group.addEventListener('focusin', ({ target }) => enter(/** @type {HTMLElement} */ (target)));
    group.addEventListener('keydown', (event) => {
      const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      const all = [...group.children];
      const next = by === 0 ? undefined : all[all.indexOf(/** @type {Element} */ (document.activeElement)) + by];
      if (!(next instanceof HTMLElement)) return;
      event.preventDefault();
      next.focus();
    });
    return group;
  }

  /** @param {string} key @param {string[]} all */
  const tabindex = (key, all) => ((entry !== null && all.includes(entry) ? entry : all[0]) === key ? 0 : -1);

  /** Draws them anew; who had the focus keeps it, and once he is delivered the next has it, or after the last what stands nearest. @param {() => void} draw */
  function keep(draw) {
    const key = letters.contains(document.activeElement) ? keyOf(document.activeElement) : null;
    const giveBack = key === null ? () => {} : holdFocus();
    draw();
    if (key === null || letters.contains(document.activeElement)) return;
    const next = [...letters.children].find((one) => keyOf(one) === key) ?? letters.firstElementChild;
    if (next instanceof HTMLElement) next.focus();
    else giveBack();
  }
  return { listen, tabindex, keep };
}
