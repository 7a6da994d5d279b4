// The tables in which a rule is written: each answer a button, turned over by a click, or set by A and R.

import { token } from '../kit/icons.js';
import { heardIn, tablesOf, withRow } from './rule-tables.js';

/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('../state/types.js').Order} Order */
/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('./rule-answer.js').RuleAnswer} RuleAnswer */

/** @type {Order[]} */
const ORDERS = ['A', 'R'];

/** An answer that can be changed. @param {Binder} own @param {Page} page @param {RuleAnswer} rule @param {number} which @param {number} row */
function cell(own, { t, say }, rule, which, row) {
  const name = `${which} ${row}`;
  const now = () => tablesOf(rule.written())[which][row];
  const put = (/** @type {Order} */ order) => rule.write(withRow(rule.written(), which, row, order), name);
  return own.el(
    'button',
    {
      class: () => `rule-cell${rule.changed() === name ? ' changed' : ''}`,
      'data-testid': `rule-${which}-${row}`,
      onclick: () => put(now() === 'A' ? 'R' : 'A'),
      onkeydown: (/** @type {KeyboardEvent} */ event) => {
        const order = event.key.toUpperCase();
        if (event.ctrlKey || event.metaKey || event.altKey || (order !== 'A' && order !== 'R')) return;
        event.stopPropagation();
        put(order);
      },
    },
    own.el('span', { class: 'unseen' }, () =>
      t('lab.rule.obeys', { who: say().list(heardIn(row, rule.generals() - 1).map(say().order)), order: '' }),
    ),
    own.list(own.el('span', {}), () => [now()], String, (order, its) => its.el('span', {}, token(order, 11))),
    own.el('span', {}, () => say().order(now())),
  );
}

/** @param {Binder} own @param {Page} page @param {Order} word */
const heard = (own, { say }, word) => [token(word, 10), own.el('span', { class: 'unseen' }, say().order(word))];

/** Of three generals: told by told again. @param {Binder} own @param {Page} page @param {RuleAnswer} rule @param {number} which */
const square = (own, page, rule, which) => [
  own.el(
    'tr',
    {},
    own.el('th', { rowspan: 2 }, page.t('lab.rule.told')),
    own.el('th', { colspan: 2, scope: 'colgroup' }, page.t('lab.rule.says', { who: page.say().general(3 - which) })),
  ),
  own.el('tr', {}, ...ORDERS.map((word) => own.el('th', { scope: 'col' }, ...heard(own, page, word)))),
  ...ORDERS.map((told, i) =>
    own.el(
      'tr',
      {},
      own.el('th', { scope: 'row' }, ...heard(own, page, told)),
      ...ORDERS.map((_, j) => own.el('td', {}, cell(own, page, rule, which, 3 - i - 2 * j))),
    ),
  ),
];

/** Of four: a row for all that can be heard. @param {Binder} own @param {Page} page @param {RuleAnswer} rule */
const long = (own, page, rule) => [
  own.el(
    'tr',
    {},
    ...['lab.rule.told', 'lab.rule.hears.1', 'lab.rule.hears.2', 'lab.rule.then'].map((head) => own.el('th', { scope: 'col' }, page.t(head))),
  ),
  ...tablesOf(rule.written())[0].map((_, row) =>
    own.el(
      'tr',
      {},
      ...heardIn(row, rule.generals() - 1).map((word) => own.el('td', {}, ...heard(own, page, word))),
      own.el('td', {}, cell(own, page, rule, 0, row)),
    ),
  ),
];

/** @param {Binder} binder @param {Page} page @param {RuleAnswer} rule */
export function ruleCells({ el, list }, page, rule) {
  const { t, say, store } = page;
  return list(
    el('div', { class: 'rules' }),
    () => (rule.generals() === 3 ? [0, 1] : [0]),
    (which) => `${store.state.lang} ${rule.generals()} ${which}`,
    (which, own) => {
      const isOfThree = rule.generals() === 3;
      return own.el(
        'table',
        { class: isOfThree ? 'rule square' : 'rule' },
        own.el('caption', {}, isOfThree ? t('lab.rule.of', { who: say().general(which + 2) }) : t('lab.rule.all')),
        ...(isOfThree ? square(own, page, rule, which) : long(own, page, rule)),
      );
    },
  );
}
