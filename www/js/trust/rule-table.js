// Whose word is taken: five rules of decision to choose from, each against every single cheat; a broken cell opens the run that shows it.

import { opening } from '../scenario/cases.js';
import { shield, stamp } from '../kit/icons.js';
import { povOf } from '../state/pov.js';
import { brokenIn, isConvicted } from './harm.js';
import { tableOf } from './standing.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('./harm.js').Broken} Broken */

/** In the engine's order. */
export const RULES = /** @type {const} */ (['shop', 'customer', 'service', 'majority', 'signed']);
const PARTIES = [1, 2, 3];
/** Past the end: the end is meant. */
const AT_ITS_END = '&at=99';
/** Two contradictory receipts, whichever rule they are tried under. */
const TWO_RECEIPTS = 'v=1&p=trust&n=3&t=3&s=honest&x=3-1R&by=';

/** @param {Binder} binder @param {Page} page @returns {HTMLElement} */
export function ruleTable(binder, page) {
  const { el } = binder;
  const { store, t, id } = page;
  const s = () => store.state;
  const cheat = () => (povOf(s()) === null && s().scenario?.traitors.length === 1 ? s().scenario?.traitors[0] : undefined);
  const rowOf = (/** @type {string} */ by, /** @type {number} */ party) =>
    s().session ? tableOf(/** @type {import('./standing.js').Session} */ (s().session)).rows.find(({ by: rule, traitors }) => rule === by && traitors.length === 1 && traitors[0] === party) : undefined;
  const tried = () => (s().session ? tableOf(/** @type {import('./standing.js').Session} */ (s().session)).tried : 0);

  /** @param {number} party */
  const head = (party) =>
    el(
      'th',
      { scope: 'col', 'data-now': () => (cheat() === party ? 'on' : null) },
      binder.list(el('span', { 'aria-hidden': 'true' }), () => [s().lang], String, () => shield(party, false, 26)),
      el('span', {}, () => t('rules.cheats', { who: t(`rules.name.${party}`) })),
    );
  /** @param {typeof RULES[number]} by */
  const row = (by) => {
    /** @type {HTMLInputElement} */
    const radio = el('input', {
      type: 'radio',
      name: id('trust-rule'),
      id: id(`rule-${by}`),
      value: by,
      'data-testid': `by-${by}`,
      checked: () => s().scenario?.by === by,
      onchange: () => store.apply({ type: 'edit', changes: { by }, control: 'by' }),
    });
    return el(
      'tr',
      { 'data-now': () => (s().scenario?.by === by ? 'on' : null), 'data-rule': by },
      el(
        'th',
        { scope: 'row' },
        el('label', { for: radio.id }, radio, el('b', {}, () => t(`rules.${by}`)), el('span', {}, () => t(`rules.${by}.means`))),
      ),
      ...PARTIES.map((party) => cell(by, party)),
    );
  };
  /** @param {typeof RULES[number]} by @param {number} party */
  const cell = (by, party) =>
    binder.list(
      el('td', { 'data-now': () => (cheat() === party ? 'on' : null), 'data-testid': `cell-${by}-${party}` }),
      () => {
        const found = rowOf(by, party);
        return found ? [{ broken: brokenIn(found), lang: s().lang }] : [];
      },
      ({ broken, lang }) => `${lang} ${broken?.link ?? ''}`,
      ({ broken }, own) => (broken ? brokenCell(own, broken) : heldCell(own, by, party)),
    );
  /** @param {Binder} own @param {Broken} broken */
  const brokenCell = (own, { link, harm }) =>
    opening(own, page, link + AT_ITS_END, { 'data-harm': harm, title: () => t('rules.open') }, stamp('broken'), own.el('span', {}, () => t(`harm.${harm}`)));
  /** @param {Binder} own @param {string} by @param {number} party */
  const heldCell = (own, by, party) =>
    own.el(
      'span',
      { class: 'held' },
      stamp('holds'),
      party === 3 && by === 'signed' && isConvicted(TWO_RECEIPTS + by) ? own.el('span', {}, () => t('harm.convicted')) : own.el('span', { class: 'unseen' }, () => t('rules.holds')),
    );

  return el(
    'section',
    { class: 'rule-table', 'aria-labelledby': id('rules-title') },
    el('h2', { id: id('rules-title') }, () => t('rules')),
    el('p', { class: 'hint', 'data-testid': 'tried' }, () => t('rules.tried', { count: tried() })),
    el(
      'table',
      { 'aria-labelledby': id('rules-title') },
      el('thead', {}, el('tr', {}, el('th', { scope: 'col', class: 'label' }, () => t('rules.rule')), ...PARTIES.map(head))),
      el('tbody', {}, ...RULES.map(row)),
    ),
  );
}
