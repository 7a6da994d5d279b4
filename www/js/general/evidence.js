// What a lieutenant's decision rests on where no tree does: the orders he holds sealed, or one bag of all he heard.

import { povOf, loyalty } from '../state/pov.js';
import { token } from '../kit/icons.js';
import { isCommander, restsOn } from '../state/spec.js';
import { isDecided } from '../state/decided.js';
import { signersOf } from '../words/narrate-signed.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').State} State */
/** @typedef {{path: number[], said: import('../state/types.js').Word, road: boolean, refused?: string}} Heard */
/** @typedef {import('../state/engine.js').SignedVote['values'][number]} Held */

/**
 * The orders he holds by now: of those he will hold, the ones that have arrived.
 * @param {State} s @param {number} general @param {Heard[]} heard
 * @returns {Held[]}
 */
export function heldSoFar(s, general, heard) {
  const votes = s.session?.votes(general);
  if (!votes || !('values' in votes)) return [];
  return votes.values.filter(({ said, path }) =>
    heard.some((h) => !h.road && !h.refused && h.said === said && h.path.join('.') === path.join('.')),
  );
}

/** How the words in his bag stand. @param {Heard[]} heard */
export function bagOf(heard) {
  const here = heard.filter(({ road }) => !road);
  const count = (/** @type {import('../state/types.js').Word} */ word) => here.filter(({ said }) => said === word).length;
  return { attack: count('A'), retreat: count('R') + count(null), silent: count(null) };
}

/**
 * @param {import('../state/types.js').Binder} binder @param {Page} page @param {() => number} id @param {() => Heard[]} heard
 * @returns {HTMLElement[]}
 */
export function evidence({ el, list }, { store, t, say }, id, heard) {
  const s = () => store.state;
  const judged = () => !isCommander(s(), id()) && s().session !== null && loyalty(s(), id()) === true;
  const signed = () => judged() && restsOn(s(), 'letters');
  const flat = () => judged() && restsOn(s(), 'bag');
  const held = () => (signed() ? heldSoFar(s(), id(), heard()) : []);
  const tie = () => {
    const votes = flat() && isDecided(s()) ? s().session?.votes(id()) : null;
    return votes !== null && votes !== undefined && 'bag' in votes && votes.tie;
  };

  return [
    el(
      'div',
      { class: 'holdings', hidden: () => !signed(), 'data-testid': 'holds' },
      el('h3', { class: 'label' }, () => t('holds.title')),
      list(
        el('ol', { class: 'heard-list' }),
        held,
        ({ said, path }) => `${s().lang} ${said} ${path.join('.')}`,
        ({ said, path, round }, own) =>
          own.el('li', {}, token(said, 9), own.el('span', {}, t('holds.by', { by: signersOf(say(), path), round }))),
      ),
      el('p', { class: 'hint' }, () => {
        const count = held().length;
        if (!isDecided(s())) return count === 0 ? t('holds.none') : '';
        const both = s().stolen.length > 0 && povOf(s()) === null ? 'holds.choice.misled' : 'holds.choice.both';
        return t(count === 0 ? 'holds.choice.none' : count === 1 ? 'holds.choice.single' : both);
      }),
    ),
    el(
      'div',
      { class: 'holdings', hidden: () => !flat(), 'data-testid': 'bag' },
      el('h3', { class: 'label' }, () => t('bag.title')),
      el('p', { class: 'bag' }, () => {
        const { attack, retreat } = bagOf(flat() ? heard() : []);
        return t('bag.line', { attack, retreat });
      }),
      el('p', { class: 'hint' }, () => {
        const { silent } = bagOf(flat() ? heard() : []);
        const quiet = silent > 0 ? t('bag.silent', { count: silent }) : '';
        return tie() ? `${quiet} ${t('bag.tie')}`.trim() : quiet;
      }),
    ),
  ];
}
