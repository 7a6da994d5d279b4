// Beside the figure of costs: what the open run cost round by round, what the other protocol would have, and a table of armies.

import { icon } from '../kit/icons.js';
import { ownTable, relayTable } from './cost-table.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('./cost-told.js').CostTold} CostTold */

/** The longest bar, in CSS pixels. */
const BAR = 150;
const SIDES = /** @type {const} */ (['own', 'other']);

/** A bar for each round. @param {Binder} binder @param {Page} page @param {CostTold} told @param {'own' | 'other'} side */
function bars({ el, list }, { t, store }, { now, isSigned, count }, side) {
  return list(
    el('ol', { class: 'cost-bars', 'data-testid': `cost-${side}` }),
    () => {
      // Beside what no number holds, nothing else has a length.
      const most = Math.max(...SIDES.flatMap((one) => now()?.[one].counts.perRound.map((value) => value ?? Infinity) ?? []));
      return now()?.[side].counts.perRound.map((value, i) => ({ value, round: i + 1, long: value === null ? BAR : (value / most) * BAR })) ?? [];
    },
    (bar) => `${store.state.lang} ${isSigned()} ${JSON.stringify(bar)}`,
    ({ value, round, long }, own) => {
      const bar = own.el('i', { class: isSigned() === (side === 'own') ? 'hollow' : null, hidden: long === 0 });
      bar.style.inlineSize = `${Math.ceil(long)}px`;
      return own.el('li', {}, own.el('span', {}, t('lab.cost.round', { round })), bar, own.el('b', {}, count(value)));
    },
  );
}

/** How what is told of the other protocol is known. @param {Page} page @param {CostTold} told */
function otherHow({ t, store }, { now, isSigned, count }) {
  const { other, army, formula } = now() ?? {};
  return [
    t(other?.how === 'formula' ? 'lab.cost.formula' : 'lab.cost.ran'),
    ...(army ? [t('lab.cost.army', { count: count(army) })] : []),
    isSigned() ? t('lab.cost.always') : t('lab.cost.most', { most: count(formula?.loyalAtMost) }),
  ].join(store.state.lang === 'zh' ? '' : ' ');
}

/** @param {Binder} binder @param {Page} page @param {CostTold} told */
export function costSide(binder, page, told) {
  const { el } = binder;
  const { t, say, store, id } = page;
  const { now, isSigned, count, sum } = told;
  const how = () => t(`lab.cost.${now()?.own.how}`, { count: count(now()?.loyal) });
  const other = () => t(isSigned() ? 'lab.cost.other.om' : say().under('lab.cost.other.sm', store.state.spec?.inputs), { count: count(now()?.other.counts.total) });
  return el(
    'section',
    { class: 'cost-side', 'data-answer': true, 'aria-labelledby': id('cost-run') },
    el('h3', { id: id('cost-run') }, el('span', { class: 'label' }, () => t('lab.cost.run')), () => ` ${sum()}`),
    el('p', { class: 'cost-how', 'data-testid': 'cost-how' }, how, el('span', { hidden: () => now()?.own.how !== 'equal' }, icon('check', 14))),
    bars(binder, page, told, 'own'),
    el('h4', {}, other),
    bars(binder, page, told, 'other'),
    el('p', { class: 'hint', 'data-testid': 'cost-other-how' }, () => otherHow(page, told)),
    relayTable(binder, page, told),
    ownTable(binder, page, told),
    el('p', { class: 'hint', hidden: () => !told.isRelayed() }, () => t('lab.cost.square')),
  );
}
