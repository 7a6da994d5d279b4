// Two runs side by side as the same figure, and the choice of it.

import { binder } from '../kit/dom.js';
import { latePart } from '../kit/late-part.js';
import { isComparing } from '../state/comparing.js';
import { FIGURES } from '../state/screens.js';
import { FIGURE_PARTS, isFigure } from '../views/figures.js';
import { figureBox, standing } from '../views/place.js';
import { NAMES, SIDES } from './compare-sides.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('./compare-sides.js').Side} Side */

/** @param {Page} page @param {Page[]} pages one for each side @param {(i: Side) => State | null} side */
export function figures(page, pages, side) {
  const { store, t } = page;
  const { el, refresh } = binder();
  const name = () => store.state.place.both;
  const boxes = SIDES.map(() => el('div', { class: 'pair-figure', hidden: () => !isFigure(name()) }));
  /** Figures by name and side, made when first looked at. @type {Map<string, ReturnType<typeof figureOf>>} */
  const made = new Map();

  /** @param {string} figure @param {Side} i */
  const figureOf = (figure, i) => {
    /** @param {State} s */
    const isOpen = (s) => isComparing(store.state) && s.place.both === figure && side(i) !== null;
    const box = figureBox();
    boxes[i].append(box);
    const bring = async () => {
      const { make } = await FIGURE_PARTS[figure]();
      /** @param {HTMLElement} at @param {Page} own */
      const stand = (at, own) => standing(at, make(own, NAMES[i]), () => isOpen(own.store.state));
      return { make: stand };
    };
    const part = latePart(box, pages[i], isOpen, bring, () => part.refresh());
    return part;
  };

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
      refresh();
      if (isFigure(name()))
        for (const i of SIDES) {
          const key = `${name()} ${i}`;
          if (side(i) && !made.has(key)) made.set(key, figureOf(name(), i));
        }
      for (const figure of made.values()) figure.refresh();
    },
    /** Nothing is kept of runs that are shut: through other eyes it may not be known. */
    shut() {
      for (const figure of made.values()) figure.force();
      made.clear();
      for (const box of boxes) box.replaceChildren();
    },
    paint() {
      for (const figure of made.values()) figure.paint?.();
    },
  };
}
