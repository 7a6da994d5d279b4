// Whose word is taken: five rules of decision to choose from, each against every single cheat; a broken cell opens the run that shows it.

import { shield } from '../kit/icons.js';
import { povOf } from '../state/pov.js';
import { ruleCell } from './rule-cell.js';
import { triedFor } from './standing.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */

/** In the engine's order. */
export const RULES = /** @type {const} */ (['shop', 'customer', 'service', 'majority', 'signed']);
const PARTIES = [1, 2, 3];
/** @param {Binder} binder @param {Page} page @returns {HTMLElement} */
export function ruleTable(binder, page) {
  const { el } = binder;
  const { store, t, id } = page;
  const s = () => store.state;
  const cheat = () => (povOf(s()) === null && s().scenario?.traitors.length === 1 ? s().scenario?.traitors[0] : undefined);
  const tried = () => (triedFor(s()));

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
      ...PARTIES.map((party) => ruleCell(binder, page, { by, party, isNow: () => cheat() === party })),
    );
  };
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
