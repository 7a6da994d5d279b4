// Of two small maps one fills the width when it is tapped; the other is one swipe away, at the same step.

import { icon } from '../kit/icons.js';
import { NAMES } from './compare-sides.js';

/** @typedef {import('./compare-sides.js').Side} Side */

/** @param {import('../state/types.js').Binder} binder @param {import('../shell/page.js').Page} page */
export function createNearMap({ el, list, refresh }, { t }) {
  let isNear = false;
  /** @type {HTMLElement | null} */
  let runs = null;

  /** @param {Side} i */
  function turn(i) {
    isNear = !isNear;
    refresh();
    if (!runs) return;
    runs.dataset.near = isNear ? 'on' : 'off';
    runs.scrollLeft = isNear && i === 1 ? runs.scrollWidth : 0;
  }

  return {
    /** The way there without a finger, and back. @param {Side} i */
    button: (i) =>
      list(
        el('button', {
          class: 'tool pair-nearer',
          'data-testid': `pair-nearer-${NAMES[i]}`,
          'aria-label': () => t(isNear ? 'pair.small' : 'pair.near'),
          'aria-pressed': () => String(isNear),
          onclick: () => turn(i),
        }),
        () => [isNear],
        String,
        (near) => icon(near ? 'minus' : 'plus'),
      ),
    /** @param {HTMLElement} cases both runs */
    watch(cases) {
      runs = cases;
      cases.addEventListener('click', ({ target, detail }) => {
        const map = target instanceof Element && !target.closest('button') ? target.closest('.pair-map') : null;
        const button = map?.querySelector('.pair-nearer');
        // Where there is no button both maps are large.
        if (map && detail > 0 && button?.checkVisibility()) turn(map.closest('.pair-case') === cases.firstElementChild ? 0 : 1);
      });
    },
  };
}
