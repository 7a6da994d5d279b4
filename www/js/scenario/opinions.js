// Everybody's opinion: a button a general that turns it over. In fog he sees only his own.

import { povOf, givenTo } from '../state/pov.js';
import { hasOpinions } from '../state/spec.js';
import { token } from '../kit/icons.js';
import { glossed } from '../words/glossary.js';
import { fieldLabel } from './field-label.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('../state/types.js').Binder} Binder */

/** With more generals than this the buttons are smaller. */
const LARGE = 8;

/** All opinions with this general's turned over. @param {string} opinions @param {number} general */
export const turnedOver = (opinions, general) =>
  [...opinions].map((word, i) => (i + 1 !== general ? word : word === 'A' ? 'R' : 'A')).join('');

/** The generals whose opinion whoever looks can know. @param {State} s @returns {number[]} */
export const known = (s) =>
  hasOpinions(s) ? Array.from({ length: s.scenario?.n ?? 0 }, (_, i) => i + 1).filter((id) => givenTo(s, id) !== null) : [];

/**
 * A button that says what he is for, and turns it over.
 * @param {Binder} binder @param {Page} page @param {() => number} id @param {string} testid @param {boolean} [named] with his number
 */
export function opinionButton({ el, list }, { store, t, say }, id, testid, named = false) {
  const opinion = () => givenTo(store.state, id());
  return list(
    el('button', {
      class: 'opinion-button',
      'data-testid': testid,
      'aria-pressed': () => String(opinion() === 'A'),
      'aria-label': () => t('opinion.toggle', { who: say().general(id()) }),
      title: () => t(opinion() === 'A' ? 'opinion.to.R' : 'opinion.to.A', { who: say().general(id()) }),
      onclick: () => store.apply({ type: 'edit', changes: { i: turnedOver(store.state.scenario?.i ?? '', id()) } }),
    }),
    () => [{ id: id(), opinion: opinion() }],
    ({ id: who, opinion: word }) => `${who} ${word}`,
    ({ id: who, opinion: word }, own) =>
      // His number is drawn by the style: as text, beside the letter, it would belong to the button's name.
      own.el('span', { 'data-of': named ? say().id(who) : null }, token(word, named ? 10 : 11)),
  );
}

/** What he is for, where everybody has an opinion. @param {Binder} binder @param {Page} page @param {{id: () => number, isOpen: () => boolean}} chosen */
export function hisOpinion(binder, page, { id, isOpen }) {
  const { el } = binder;
  const { store, say } = page;
  const opinion = () => (hasOpinions(store.state) && isOpen() ? givenTo(store.state, id()) : null);
  return el(
    'p',
    { class: 'his-opinion', hidden: () => opinion() === null },
    glossed(binder, page, el('span', { class: 'label' }), () => say().parts('opinion.his')),
    opinionButton(binder, page, id, 'his-opinion'),
    el('span', {}, () => say().order(opinion())),
  );
}

/** @param {Binder} binder @param {Page} page */
export function opinions(binder, page) {
  const { el, list } = binder;
  const s = () => page.store.state;
  return el(
    'div',
    { class: 'field', hidden: () => known(s()).length === 0 },
    fieldLabel(binder, page, 'label-opinions', 'opinions'),
    list(
      el('div', {
        class: () => (known(s()).length > LARGE ? 'opinions many' : 'opinions'),
        role: 'group',
        'data-testid': 'opinions',
        'aria-labelledby': page.id('label-opinions'),
      }),
      () => known(s()),
      String,
      (id, own) => opinionButton(own, page, () => id, `opinion-${id}`, true),
    ),
    el('p', { class: 'hint' }, () => (povOf(s()) === null ? page.t('opinions.hint') : '')),
  );
}
