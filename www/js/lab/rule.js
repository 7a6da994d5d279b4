// Write the rule yourself: what a lieutenant obeys by what he heard, and the run in which that fails.

import { pen } from '../dom.js';
import { token } from '../signs.js';

/** @typedef {import('../types.js').Order} Order */
/** @typedef {import('#generals').Rules} Rules */
/** @typedef {import('#generals').RuleTally} RuleTally */

/** What is heard in a row: bit 0 the commander's word, then the others', attack where it is set. @param {number} row @param {number} words @returns {Order[]} */
export const heardIn = (row, words) => Array.from({ length: words }, (_, bit) => ((row >> bit) & 1 ? 'A' : 'R'));

/** As the majority decides, which is a good beginning. @param {number} n @returns {Order[]} */
export const majorityTable = (n) =>
  Array.from({ length: 2 ** (n - 1) }, (_, row) => (2 * heardIn(row, n - 1).filter((word) => word === 'A').length > n - 1 ? 'A' : 'R'));

/** @param {import('../panels/lab.js').Bench} bench @returns {import('../panels/lab.js').Tool} */
export function rule({ page: { t, say, store }, ask, show, redraw }) {
  const { el, list, refresh } = pen();
  let n = 3;
  let each = false;
  /** @type {Order[][]} */
  let tables = [majorityTable(3), majorityTable(3)];
  /** @type {Rules | null} */
  let answer = null;
  /** @type {Record<number, RuleTally>} */
  const tallies = {};
  let last = '';

  async function update() {
    const question = `${tables.map((table) => table.join('')).join(' ')} ${store.state.lang}`;
    if (question === last) return;
    last = question;
    const [given, tally] = [await ask.ask('rules', tables), tallies[n] ?? (await ask.ask('ruleTally', n))];
    if (question !== last) return;
    answer = given;
    tallies[n] = tally;
    const first = given.cases[0];
    const obeyed = first && say().list(Object.entries(first.obeyed).map(([id, order]) => t('lab.rule.obeys', { who: say().general(Number(id)), order: say().order(/** @type {Order} */ (order)) })));
    show(first ? { link: first.link, title: t(`lab.rule.fails.${first.condition}`), note: t('lab.rule.note', { obeyed }) } : null);
  }

  /** @param {number} count */
  function army(count) {
    n = count;
    each = each && n === 3;
    tables = Array.from({ length: n - 1 }, () => majorityTable(n));
    // The answer is not given away where it is to be found.
    if (n === 4) tables = tables.map(() => Array.from({ length: 8 }, (_, row) => (row & 1 ? 'A' : 'R')));
    redraw();
  }

  /** @param {number} which @param {number} row */
  function flip(which, row) {
    tables = tables.map((table, i) =>
      each && i !== which ? table : table.map((order, r) => (r === row ? (tables[which][row] === 'A' ? 'R' : 'A') : order)),
    );
    redraw();
  }

  /** @param {() => boolean} on @param {() => void} act @param {string} key @param {string} id */
  const option = (on, act, key, id) =>
    el('button', { type: 'button', class: 'cheat', 'data-testid': id, 'aria-pressed': () => String(on()), onclick: act }, () => t(key));

  /** @param {number} which */
  const heads = (which) => {
    const others = Array.from({ length: n - 1 }, (_, i) => i + 2).filter((id) => id !== which + 2);
    return each ? [t('lab.rule.told'), ...others.map((id) => t('lab.rule.says', { who: say().general(id) }))] : [t('lab.rule.told'), ...others.map((_, i) => t(others.length === 1 ? 'lab.rule.hears' : `lab.rule.hears.${i + 1}`))];
  };

  const node = el(
    'div',
    {},
    el('h3', {}, () => t('lab.rule.title')),
    el('p', { class: 'lab-lead' }, () => t('lab.rule.lead')),
    el(
      'div',
      { class: 'lab-options' },
      option(() => n === 3, () => army(3), 'lab.rule.three', 'rule-3'),
      option(() => n === 4, () => army(4), 'lab.rule.four', 'rule-4'),
      el(
        'button',
        {
          type: 'button',
          class: 'cheat',
          'data-testid': 'rule-each',
          hidden: () => n === 4,
          'aria-pressed': () => String(each),
          onclick: () => {
            each = !each;
            if (!each) tables = tables.map(() => tables[0]);
            redraw();
          },
        },
        () => t('lab.rule.each'),
      ),
    ),
    list(
      el('div', { class: 'rules' }),
      () => (each ? [0, 1] : [0]).map((which) => ({ which, table: tables[which] })),
      ({ which, table }) => `${store.state.lang} ${n} ${each} ${which} ${table.join('')}`,
      ({ which, table }, own) =>
        own.el(
          'table',
          { class: 'rule' },
          own.el('caption', {}, each ? t('lab.rule.of', { who: say().general(which + 2) }) : t('lab.rule.all')),
          own.el('tr', {}, ...heads(which).map((head) => own.el('th', { scope: 'col' }, head)), own.el('th', { scope: 'col' }, t('lab.rule.then'))),
          ...table.map((order, row) =>
            own.el(
              'tr',
              {},
              ...heardIn(row, n - 1).map((word) => own.el('td', {}, token(word, 10), own.el('span', { class: 'hidden-heading' }, say().order(word)))),
              own.el(
                'td',
                {},
                own.el(
                  'button',
                  { type: 'button', class: 'rule-cell', 'data-testid': `rule-${which}-${row}`, onclick: () => flip(which, row) },
                  token(order, 10),
                  own.el('span', {}, say().order(order)),
                ),
              ),
            ),
          ),
        ),
    ),
    el('p', { class: 'lab-answer', role: 'status', 'data-testid': 'rule-answer' }, () => {
      if (!answer) return t('lab.computing');
      const { cases, tried } = answer;
      return cases.length === 0 ? t('lab.rule.works', { tried }) : t('lab.rule.broken', { count: cases.length, tried });
    }),
    el('p', { class: 'hint', 'data-testid': 'rule-tally', hidden: () => !tallies[n] }, () => {
      const tally = tallies[n];
      return tally ? t(`lab.rule.tally.${n === 3 ? 'three' : 'four'}`, { all: tally.choices, obedient: tally.obedient, agreeing: tally.agreeing, working: tally.working }) : '';
    }),
  );
  return {
    node,
    refresh() {
      update();
      refresh();
    },
    stop: () => {
      last = '';
    },
  };
}
