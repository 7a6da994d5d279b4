// Two runs side by side as the same figure, and the choice of it.

import { binder } from '../kit/dom.js';
import { FIGURES } from '../state/screens.js';
import { MAKE } from '../shell/tabs.js';
import { NAMES, SIDES } from './compare-sides.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('./compare-sides.js').Side} Side */

/** @param {Page} page @param {Page[]} pages one for each side @param {(i: Side) => State | null} side */
export function figures(page, pages, side) {
  const { store, t } = page;
  const { el, refresh } = binder();
  const name = () => store.state.place.both;
  /** Figures are made when first looked at. @type {Map<string, import('../shell/tabs.js').View>} */
  const made = new Map();
  const boxes = SIDES.map(() => el('div', { class: 'pair-figure', hidden: () => !MAKE[name()] }));
  const shown = () => SIDES.filter((i) => side(i) !== null).flatMap((i) => made.get(`${name()} ${i}`) ?? []);

  /** @type {HTMLSelectElement} */
  const select = el(
    'select',
    {
      'data-testid': 'both',
      'aria-label': () => t('views'),
      value: name,
      onchange: () => store.apply({ type: 'both', both: select.value }),
    },
    ...FIGURES.map((figure) => el('option', { value: figure }, () => t(`view.${figure}`))),
  );
  return {
    boxes,
    choice: el('span', { class: 'field choose' }, select),
    refresh() {
      const make = MAKE[name()];
      for (const i of SIDES) {
        const key = `${name()} ${i}`;
        if (make && side(i) && !made.has(key)) made.set(key, make(pages[i], NAMES[i]));
        const node = made.get(key)?.node;
        if (boxes[i].firstChild !== (node ?? null)) boxes[i].replaceChildren(...(node ? [node] : []));
      }
      refresh();
      for (const view of shown()) view.refresh();
    },
    /** Nothing is kept of runs that are shut: through other eyes it may not be known. */
    shut() {
      for (const view of made.values()) view.leave?.();
      made.clear();
      for (const box of boxes) box.replaceChildren();
    },
    paint() {
      for (const view of shown()) view.paint();
    },
  };
}
