// The page as one side of a comparison has it: its own run is the open one, and what is done on either side is done to both.

import { sameMessage, sameMoment } from './beside.js';
import { NAMES } from './compare-sides.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('./compare-sides.js').Side} Side */

/**
 * The page as one side has it. A step of the other run is done at the same message of the open one.
 * @param {Page} page @param {Side} i @param {(i: Side) => State | null} side @returns {Page}
 */
export function sidePage(page, i, side) {
  const { store } = page;
  const open = () => store.state;
  /** A side that is gone stays as it was, for what has yet to notice. @type {State | null} */
  let last = null;
  /** @param {import('../state/actions.js').Action} action */
  function apply(action) {
    const [own, here] = [open().session, side(i)?.session];
    if (action.type === 'choose') {
      if (open().place.pov !== null) store.apply({ type: 'pair', general: action.general });
      else if (open().place.both !== 'map') store.apply(action);
    } else if (action.type === 'view') store.apply({ type: 'both', both: action.view });
    else if (action.type === 'fold' || action.type === 'open-path') store.apply(action);
    else if ((action.type === 'light' || action.type === 'pick') && own && here) {
      const { type, step } = action;
      const there = step === null || own === here ? step : sameMessage(here, own, step);
      if (there !== null || step === null) store.apply({ type, step: there });
      else if (type === 'pick') store.apply({ type: 'seek', step: sameMoment(here, own, step) });
    } else if (action.type === 'seek' && own && here) store.apply({ ...action, step: sameMoment(here, own, action.step) });
  }
  const own = {
    get state() {
      return (last = side(i) ?? last ?? open());
    },
    apply,
    subscribe: store.subscribe,
  };
  return page.with(own, NAMES[i]);
}
