// Two runs side by side as the same figure: each side has a page of its own, and what is done on either is done to both.

import { binder } from '../kit/dom.js';
import { sameMessage, sameMoment } from '../state/pair.js';
import { FIGURES } from '../state/screens.js';
import { MAKE } from '../shell/tabs.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').State} State */
/** @typedef {0 | 1} Side */

export const SIDES = /** @type {const} */ ([0, 1]);
export const NAMES = /** @type {const} */ (['left', 'right']);

/**
 * The page as one side has it. A step of the other run is done at the same message of the open one.
 * @param {Page} page @param {Side} i @param {(i: Side) => State | null} side @returns {Page}
 */
export function sidePage(page, i, side) {
  const { store } = page;
  const open = () => store.state;
  /** A side that is gone stays as it was, for what has yet to notice. @type {State | null} */
  let last = null;
  /** @param {import('../state/store.js').Action} action */
  function apply(action) {
    const [own, here] = [open().session, side(i)?.session];
    const { type, step = null } = action;
    if (type === 'choose') {
      if (open().place.pov !== null) store.apply({ type: 'pair', general: action.general });
      else if (open().place.both !== 'map') store.apply(action);
    } else if (type === 'view') store.apply({ type: 'both', both: action.view });
    else if (type === 'fold' || type === 'open-path') store.apply(action);
    else if ((type === 'light' || type === 'pick') && own && here) {
      const there = step === null || own === here ? step : sameMessage(here, own, step);
      if (there !== null || step === null) store.apply({ type, step: there });
      else if (type === 'pick') store.apply({ type: 'seek', step: sameMoment(here, own, step) });
    } else if (type === 'seek' && own && here) store.apply({ type, step: sameMoment(here, own, step) });
  }
  return {
    ...page,
    store: {
      get state() {
        return (last = side(i) ?? last ?? open());
      },
      apply,
      subscribe: store.subscribe,
    },
  };
}

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
