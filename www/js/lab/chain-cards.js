// The runs of the chain as a strip of cards, and between two of them who sees the difference.

import { shield, stamp } from '../kit/icons.js';
import { drawn } from '../kit/picture.js';
import { read } from '../state/engine.js';
import { hasOpinions } from '../state/spec.js';
import { opinionsPicture, ordersPicture } from './chain-figures.js';

/** @typedef {import('#generals').Chain} Chain */
/** @typedef {import('#generals').ChainRun} Run */
/** @typedef {import('#generals').ChainPlace} Place */
/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */

/** Armies with more are not drawn on cards: nobody could tell who is who. */
const DRAWN = 16;

/** What came out, as a word of the catalogues. @param {Page} page @param {Run} run */
export function outcome({ store }, { obeyed, broken }) {
  const words = new Set(Object.values(obeyed));
  // Vectors may differ where all do the same.
  if (broken && words.size === 1 && hasOpinions(store.state)) return 'vectors';
  return words.size > 1 ? 'split' : words.has('A') ? 'attack' : 'retreat';
}

/** Between a card and the one before it: who sees a difference, or how many runs are folded away. @param {Binder} own @param {Page} page @param {Place} run @param {Place} before */
function seam(own, { t, say }, run, before) {
  const folded = run.place - before.place - 1;
  if (folded > 0) return own.el('span', { class: 'chain-ruler leaning' }, t('lab.chain.folded', { count: folded }));
  const [seer] = run.tellsApart;
  if (seer === undefined) return own.el('span', { class: 'chain-seam leaning' }, t('lab.chain.unseen'));
  return own.el('span', { class: 'chain-seam', role: 'img', 'aria-label': say().general(seer) }, shield(seer, true, 24));
}

/** The army of a run. @param {Page} page @param {Run} run @returns {Node | string} */
function army({ store }, { link, order, obeyed }) {
  const count = Object.keys(obeyed).length;
  if (count > DRAWN) return '';
  if (hasOpinions(store.state)) {
    const { i: opinions = '', lies } = read(link ?? store.state.link).scenario;
    return drawn(opinionsPicture({ opinions, obeyed, isCut: (id) => lies.some(({ path }) => path.length === 1 && path[0] === id) }));
  }
  const { n, lies } = link ? read(link).scenario : { n: count + 1, lies: [] };
  return drawn(ordersPicture({ n, order, obeyed, isCut: (id) => lies.some(({ path, to }) => path.length === 1 && to === id) }));
}

/**
 * @param {Binder} binder @param {Page} page @param {() => Place[]} cards @param {() => Chain | null} now
 * @param {{chosen: () => number, choose: (place: number) => void, advance: (event: KeyboardEvent) => void}} walk
 */
export const chainCards = ({ el, list }, page, cards, now, { chosen, choose, advance }) =>
  list(
    el('ol', { class: 'chain-runs', onkeydown: advance }),
    () => cards().map((run, i, all) => ({ run, before: all[i - 1] })),
    ({ run, before }) => `${page.store.state.lang} ${run.place} ${run.link} ${before?.place}`,
    ({ run, before }, own) => {
      const { t } = page;
      const number = (now()?.tried.findIndex(({ place }) => place === run.place) ?? -1) + 1;
      return own.el(
        'li',
        {},
        before ? seam(own, page, run, before) : '',
        own.el(
          'button',
          {
            class: `window-card ${number ? 'tried' : ''}${run.broken ? ' breaks' : ''}`,
            'data-testid': `run-${run.place + 1}`,
            'aria-pressed': () => String(chosen() === run.place),
            onclick: () => choose(run.place),
          },
          own.el('b', {}, t(number ? 'lab.chain.place' : 'lab.chain.untried', { number, place: run.place + 1 })),
          army(page, run),
          own.el('span', { class: `window-state ${run.broken ? 'broken' : ''}` }, run.broken ? stamp('broken') : '', t(`lab.chain.${outcome(page, run)}`)),
          own.el('span', { class: 'fine' }, t('lab.chain.out', { count: run.leftOut })),
        ),
      );
    },
  );
