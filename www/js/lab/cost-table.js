// The tables of costs: of relays, oral and signed, and of any other protocol what it says of itself, for the armies that have just enough generals.

import { cost as costOf } from '../state/engine.js';
import { cellOf } from './which-told.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('./cost-told.js').CostTold} CostTold */

/** So many traitors have a row. */
const MOST = 5;
/** Armies of relays: as many generals as m traitors need. */
export const ROWS = Array.from({ length: MOST }, (_, i) => ({ n: 3 * (i + 1) + 1, m: i + 1 }));
/** What of another protocol has a column after n and m. */
const COLUMNS = /** @type {const} */ (['rounds', 'messages', 'size']);

/** @param {Binder} binder @param {Page} page @param {CostTold} told */
export function relayTable({ el, list }, { t, store }, { run, count, isRelayed }) {
  const heads = [
    ...['n', 'm'].map((name) => el('th', { scope: 'col' }, el('i', {}, name))),
    ...['rounds', 'oral', 'signed'].map((name) => el('th', { scope: 'col' }, () => t(`lab.cost.column.${name}`))),
  ];
  return el(
    'table',
    { class: 'cost-table', 'data-testid': 'cost-table', hidden: () => !isRelayed() },
    el('caption', {}, () => t('lab.cost.table')),
    el('thead', {}, el('tr', {}, ...heads)),
    list(
      el('tbody', {}),
      () => {
        const { n, m } = run('messages');
        const others = ROWS.filter((row) => row.n !== n || row.m !== m).map((row) => ({ ...row, isRun: false }));
        return [...others, { n, m, isRun: isRelayed() }].sort((a, b) => a.n - b.n || a.m - b.m);
      },
      ({ n, m, isRun }) => `${store.state.lang} ${n} ${m} ${isRun}`,
      ({ n, m, isRun }, own) => {
        const { oral, signed } = costOf(n, m);
        return own.el(
          'tr',
          { 'aria-current': isRun ? 'true' : null },
          own.el('th', { scope: 'row' }, String(n)),
          ...[m, m + 1, oral.total, signed.total].map((value) => own.el('td', {}, count(value))),
        );
      },
    ),
  );
}

/** @param {Binder} binder @param {Page} page @param {CostTold} told */
export function ownTable({ el, list }, { t, say, store }, { offers, isRelayed, ownName }) {
  const heads = [...['n', 'm'].map((name) => el('th', { scope: 'col' }, el('i', {}, name))), ...COLUMNS.map((name) => el('th', { scope: 'col' }, () => t(`lab.which.${name}`)))];
  const isRun = (/** @type {import('#generals').Offer} */ { n, m }) => n === store.state.scenario?.n && m === store.state.scenario.m;
  return el(
    'table',
    { class: 'cost-table', 'data-testid': 'cost-own-table', hidden: isRelayed },
    el('caption', {}, () => (isRelayed() ? '' : t('lab.cost.table.own', { name: ownName() }))),
    el('thead', {}, el('tr', {}, ...heads)),
    list(
      el('tbody', {}),
      () => offers(MOST),
      ({ spec, n, m }) => `${store.state.lang} ${spec.protocol} ${n} ${m} ${store.state.scenario?.n} ${store.state.scenario?.m}`,
      (offer, own) =>
        own.el(
          'tr',
          { 'aria-current': isRun(offer) ? 'true' : null },
          own.el('th', { scope: 'row' }, String(offer.n)),
          own.el('td', {}, String(offer.m)),
          ...COLUMNS.map((column) => own.el('td', {}, cellOf(say(), column, offer))),
        ),
    ),
  );
}
