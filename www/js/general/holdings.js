// What a decision rests on where messages are signed: the orders a general holds sealed.

import { povOf, loyalty } from '../state/pov.js';
import { token } from '../kit/icons.js';
import { isCommander, restsOn } from '../state/spec.js';
import { isDecided } from '../state/decided.js';

/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('./received.js').Heard} Heard */
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

/** @param {import('../state/types.js').Binder} binder @param {import('../shell/page.js').Page} page @param {() => number} id @param {() => Heard[]} heard */
export function holdings({ el, list }, { store, t, say }, id, heard) {
  const s = () => store.state;
  const isHere = () => restsOn(s(), 'letters') && !isCommander(s(), id()) && s().session !== null && loyalty(s(), id()) === true;
  const held = () => (isHere() ? heldSoFar(s(), id(), heard()) : []);
  return el(
    'div',
    { class: 'holdings', hidden: () => !isHere(), 'data-testid': 'holds' },
    el('h3', { class: 'label' }, () => t('holds.title')),
    list(
      el('ol', { class: 'heard-list' }),
      held,
      ({ said, path }) => `${s().lang} ${said} ${path.join('.')}`,
      ({ said, path, round }, own) =>
        own.el('li', {}, token(said, 9), own.el('span', {}, t('holds.by', { by: say().generals(path), round }))),
    ),
    el('p', { class: 'hint' }, () => {
      const count = held().length;
      if (!isDecided(s())) return count === 0 ? t('holds.none') : '';
      const both = s().stolen.length > 0 && povOf(s()) === null ? 'holds.choice.misled' : 'holds.choice.both';
      return t(count === 0 ? 'holds.choice.none' : count === 1 ? 'holds.choice.single' : both);
    }),
  );
}
