// What is not the same in two runs: the messages that are said otherwise, or not at all, in the other; where all are the same, how each counts them.

import { token } from '../kit/icons.js';
import { arrived } from '../state/motion.js';
import { NAMES } from './compare-sides.js';
import { alikeOf, countOf, countsOf, differingOf, saidOtherwise } from './compare-words.js';

/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('./compare-sides.js').Side} Side */
/** @typedef {import('./compare-sides.js').Two} Two */

/** @param {Binder} binder @param {Page} page the page as this side has it @param {Two} two @param {Side} i */
export function odd({ el, list }, { store, say }, two, i) {
  /** What is counted is known when all is heard. */
  const isCounted = () => {
    const side = two.side(i);
    return side !== null && two.isCountedOtherwise() && arrived(side) >= side.length - 1;
  };
  const rows = () => {
    const side = two.side(i);
    // Other figures mark what differs themselves.
    if (!side || two.isFoggy() || !two.side(1) || two.areUnlike() || store.state.place.both !== 'map') return [];
    return isCounted() ? countsOf(say(), side) : saidOtherwise(say(), side);
  };
  /** What differs; where no message of one can be in the other, how many there are. @param {import('../state/types.js').State | null} side */
  const told = (side) => (side && two.areUnlike() ? countOf(say(), side) : differingOf(say(), side?.differing?.size, alikeOf(say(), two, isCounted())));
  return el(
    'div',
    { class: 'pair-odd', 'data-answer': true, hidden: () => two.isFoggy() || two.side(1) === null },
    el('h4', { class: 'fine', 'data-testid': `differing-${NAMES[i]}` }, () => told(two.side(i))),
    list(
      el('ol', { 'data-testid': `pair-odd-${NAMES[i]}` }),
      rows,
      ({ step, said, words }) => `${step} ${said} ${words}`,
      ({ step, said, words }, own) =>
        own.el(
          'li',
          {},
          token(said, 9),
          step === null
            ? own.el('span', {}, words)
            : own.el('button', { class: 'line', onclick: () => store.apply({ type: 'seek', step }) }, words),
        ),
    ),
  );
}
