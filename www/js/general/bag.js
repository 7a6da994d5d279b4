// What a decision rests on where all a general heard goes into one bag.

import { loyalty } from '../state/pov.js';
import { isDecided } from '../state/decided.js';
import { isCommander, restsOn } from '../state/spec.js';

/** @typedef {import('./received.js').Heard} Heard */

/** How the words in his bag stand. @param {Heard[]} heard */
export function bagOf(heard) {
  const here = heard.filter(({ road }) => !road);
  const count = (/** @type {import('../state/types.js').Word} */ word) => here.filter(({ said }) => said === word).length;
  return { attack: count('A'), retreat: count('R') + count(null), silent: count(null) };
}

/** @param {import('../state/types.js').Binder} binder @param {import('../shell/page.js').Page} page @param {() => number} id @param {() => Heard[]} heard */
export function bag({ el }, { store, t }, id, heard) {
  const s = () => store.state;
  const isHere = () => restsOn(s(), 'bag') && !isCommander(s(), id()) && s().session !== null && loyalty(s(), id()) === true;
  const words = () => bagOf(isHere() ? heard() : []);
  const tie = () => {
    const votes = isHere() && isDecided(s()) ? s().session?.votes(id()) : null;
    return votes !== null && votes !== undefined && 'bag' in votes && votes.tie;
  };
  return el(
    'div',
    { class: 'holdings', hidden: () => !isHere(), 'data-testid': 'bag' },
    el('h3', { class: 'label' }, () => t('bag.title')),
    el('p', { class: 'bag' }, () => {
      const { attack, retreat } = words();
      return t('bag.line', { attack, retreat });
    }),
    el('p', { class: 'hint' }, () => {
      const { silent } = words();
      const quiet = silent > 0 ? t('bag.silent', { count: silent }) : '';
      return tie() ? `${quiet} ${t('bag.tie')}`.trim() : quiet;
    }),
  );
}
