// Write the rule yourself: what a lieutenant obeys by what he heard, and the run in which that fails.

import { binder } from '../kit/dom.js';
import { token } from '../kit/icons.js';

/** @typedef {import('../state/types.js').Order} Order */
/** @typedef {import('#generals').Rules} Rules */
/** @typedef {import('#generals').RuleTally} RuleTally */

/** @type {Order[]} */
const ORDERS = ['A', 'R'];

/** What is heard in a row: bit 0 the commander's word, then the others', attack where it is set. @param {number} row @param {number} words @returns {Order[]} */
export const heardIn = (row, words) => Array.from({ length: words }, (_, bit) => ((row >> bit) & 1 ? 'A' : 'R'));

/** The number of a table, by which the machine lists it: bit i for row i, attack 1. @param {Order[]} table */
const bitsOf = (table) => table.reduce((bits, order, row) => bits | (order === 'A' ? 1 << row : 0), 0);

/** The sides of the field of all pairs, and of one of its cells. */
const SIDE = 16;
const CELL = 13;

/** What the reader begins with: the majority of two, and of three what was told first, for the answer is not given away where it is to be found. */
export const BEGIN = { 3: 'RRRA', 4: 'RARARARA' };

/** The tables of a rule as a link has it, one for each lieutenant. @param {string} written @returns {Order[][]} */
export function tablesOf(written) {
  const tables = written.split('.').map((table) => /** @type {Order[]} */ ([...table]));
  return tables[0].length === 8 ? [tables[0], tables[0], tables[0]] : [tables[0], tables.at(-1) ?? []];
}

/** @param {import('./lab.js').Bench} bench @returns {import('./lab.js').Tool} */
export function rule({ page: { t, say, store }, ask, show, redraw }) {
  const { el, svg, list, refresh } = binder();
  /** What was written last, for whoever comes back without it in the address. */
  let mine = BEGIN[3];
  const written = () => store.state.place.rule ?? mine;
  const tables = () => tablesOf(written());
  const n = () => tables().length + 1;
  const each = () => written().includes('.');
  /** @type {Rules | null} */
  let answer = null;
  /** How many runs broke it before the last change. @type {number | null} */
  let before = null;
  /** The rule that came about by it. */
  let wrote = '';
  /** Which of the runs that break it is shown. */
  let shown = 0;
  /** @type {Record<number, RuleTally | undefined>} */
  const tallies = {};
  let last = '';
  let asked = false;
  let failed = false;
  /** The cell changed last. */
  let changed = '';

  async function update() {
    const [question, count] = [written(), n()];
    if (question === last) return;
    mine = last = question;
    if (question !== wrote) before = null;
    asked = true;
    const told = await Promise.all([ask.ask('rules', tables()), tallies[count] ?? ask.ask('ruleTally', count)]).catch(() => null);
    if (question !== last) return;
    asked = false;
    failed = !told;
    [answer, tallies[count]] = told ?? [null];
    choose(0);
  }

  /** @param {number} place among the runs that break it */
  function choose(place) {
    shown = place;
    const { condition, link, obeyed } = answer?.cases[place] ?? {};
    const words = () => Object.entries(obeyed ?? {}).map(([id, order]) => t('lab.rule.obeys', { who: say().general(Number(id)), order: say().order(order) }));
    show(condition ? { link: link ?? null, title: () => t(`lab.rule.fails.${condition}`), note: () => t('lab.rule.note', { obeyed: say().list(words()) }), obeyed } : null);
    redraw();
  }

  const cases = () => answer?.cases.length ?? 0;

  /** @param {string} rule @param {string} [cell] the cell by whose change it came about */
  function write(rule, cell = '') {
    before = cell ? cases() : null;
    wrote = rule;
    changed = cell;
    store.apply({ type: 'rule', rule });
  }

  /** What both or one of the lieutenants obeys. @param {Order[][]} tables @param {boolean} apart */
  const join = (tables, apart) => tables.slice(0, apart ? 2 : 1).map((table) => table.join('')).join('.');

  /** @param {number} which @param {number} row @param {Order} order */
  const put = (which, row, order) =>
    write(join(tables().map((table, i) => (each() && i !== which ? table : table.with(row, order))), each()), `${which} ${row}`);

  /** The pair at a place of the field. @param {MouseEvent} event */
  function take({ currentTarget, clientX, clientY }) {
    const { left, top, width, height } = /** @type {Element} */ (currentTarget).getBoundingClientRect();
    const pair = [(clientY - top) / height, (clientX - left) / width].map((part) => heardIn(Math.min(SIDE - 1, Math.floor(part * SIDE)), 4));
    write(join(pair, each() || bitsOf(pair[0]) !== bitsOf(pair[1])));
  }

  /** @param {() => boolean} on @param {() => void} act @param {string} key @param {string} id */
  const option = (on, act, key, id) =>
    el('button', { class: 'cheat', 'data-testid': id, 'aria-pressed': () => String(on()), onclick: act }, () => t(key));

  /** An answer that can be changed. @param {import('../state/types.js').Binder} own @param {number} which @param {number} row */
  const cell = (own, which, row) => {
    const now = () => tables()[which][row];
    return own.el(
      'button',
      {
        class: () => `rule-cell${changed === `${which} ${row}` ? ' changed' : ''}`,
        'data-testid': `rule-${which}-${row}`,
        onclick: () => put(which, row, now() === 'A' ? 'R' : 'A'),
        onkeydown: (/** @type {KeyboardEvent} */ event) => {
          const order = event.key.toUpperCase();
          if (event.ctrlKey || event.metaKey || event.altKey || (order !== 'A' && order !== 'R')) return;
          event.stopPropagation();
          put(which, row, order);
        },
      },
      own.el('span', { class: 'unseen' }, () => t('lab.rule.obeys', { who: say().list(heardIn(row, n() - 1).map(say().order)), order: '' })),
      own.list(own.el('span', {}), () => [now()], String, (order, its) => its.el('span', {}, token(order, 11))),
      own.el('span', {}, () => say().order(now())),
    );
  };

  /** @param {import('../state/types.js').Binder} own @param {Order} word */
  const heard = (own, word) => [token(word, 10), own.el('span', { class: 'unseen' }, say().order(word))];

  /** Of three generals: told by told again. @param {import('../state/types.js').Binder} own @param {number} which */
  const square = (own, which) => [
    own.el('tr', {}, own.el('th', { rowspan: 2 }, t('lab.rule.told')), own.el('th', { colspan: 2, scope: 'colgroup' }, t('lab.rule.says', { who: say().general(3 - which) }))),
    own.el('tr', {}, ...ORDERS.map((word) => own.el('th', { scope: 'col' }, ...heard(own, word)))),
    ...ORDERS.map((told, i) =>
      own.el('tr', {}, own.el('th', { scope: 'row' }, ...heard(own, told)), ...ORDERS.map((_, j) => own.el('td', {}, cell(own, which, 3 - i - 2 * j)))),
    ),
  ];

  /** Of four: a row for all that can be heard. @param {import('../state/types.js').Binder} own */
  const long = (own) => [
    own.el('tr', {}, ...[t('lab.rule.told'), t('lab.rule.hears.1'), t('lab.rule.hears.2'), t('lab.rule.then')].map((head) => own.el('th', { scope: 'col' }, head))),
    ...tables()[0].map((_, row) => own.el('tr', {}, ...heardIn(row, n() - 1).map((word) => own.el('td', {}, ...heard(own, word))), own.el('td', {}, cell(own, 0, row)))),
  ];

  /** @param {'o' | 'a' | 'yours'} mark @param {number} [x] @param {number} [y] */
  const sign = (mark, x = 0, y = 0) => {
    const [cx, cy] = [(x + 0.5) * CELL, (y + 0.5) * CELL];
    if (mark === 'a') return svg('circle', { class: 'agrees', cx, cy, r: 5 });
    if (mark === 'yours') return svg('circle', { class: 'yours', cx, cy, r: 9 });
    return svg('g', {}, svg('rect', { class: 'obeys', x: cx - 6, y: cy - 6, width: 12, height: 12, rx: 2 }), svg('path', { class: 'tick', d: `M${cx - 3} ${cy}l2 2.5 4-5` }));
  };
  const yours = sign('yours');
  const field = svg(
    'svg',
    { class: 'pairs', viewBox: `0 0 ${SIDE * CELL} ${SIDE * CELL}`, role: 'img', 'data-testid': 'rule-pairs', 'aria-label': tallied, onclick: take },
    svg('path', { class: 'pair', d: Array.from({ length: SIDE * SIDE }, (_, i) => `M${(i % SIDE) * CELL + 1.5} ${Math.floor(i / SIDE) * CELL + 1.5}h10v10h-10z`).join('') }),
    list(
      svg('g'),
      () => [...(tallies[3]?.each ?? '')].flatMap((mark, i) => (mark === 'o' || mark === 'a' ? [{ mark, i }] : [])),
      ({ i }) => String(i),
      ({ mark, i }) => sign(/** @type {'o' | 'a'} */ (mark), Math.floor(i / SIDE), i % SIDE),
    ),
    svg('g', { transform: () => (n() === 3 ? `translate(${bitsOf(tables()[1]) * CELL} ${bitsOf(tables()[0]) * CELL})` : '') }, yours),
  );

  function tallied() {
    const tally = tallies[n()];
    return tally ? t(`lab.rule.tally.${n() === 3 ? 'three' : 'four'}`, { all: tally.choices, obedient: tally.obedient, agreeing: tally.agreeing, working: tally.working }) : '';
  }

  const node = el(
    'div',
    {},
    el('h3', {}, () => t('lab.rule.title')),
    el('p', { class: 'lab-lead' }, () => t('lab.rule.lead')),
    el(
      'div',
      { class: 'lab-options' },
      option(() => n() === 3, () => write(BEGIN[3]), 'lab.rule.three', 'rule-3'),
      option(() => n() === 4, () => write(BEGIN[4]), 'lab.rule.four', 'rule-4'),
      el(
        'button',
        {
          class: 'cheat',
          hidden: () => n() === 4,
          'aria-pressed': () => String(each()),
          onclick: () => write(join(tables(), !each())),
        },
        () => t('lab.rule.each'),
      ),
    ),
    list(
      el('div', { class: 'rules' }),
      () => (n() === 3 ? [0, 1] : [0]),
      (which) => `${store.state.lang} ${n()} ${which}`,
      (which, own) =>
        own.el(
          'table',
          { class: n() === 3 ? 'rule square' : 'rule' },
          own.el('caption', {}, n() === 3 ? t('lab.rule.of', { who: say().general(which + 2) }) : t('lab.rule.all')),
          ...(n() === 3 ? square(own, which) : long(own)),
        ),
    ),
    el('p', { class: 'lab-answer', role: 'status', 'data-testid': 'rule-answer' }, () => {
      if (!answer) return t(failed ? 'lab.failed' : 'lab.computing');
      const { cases, tried } = answer;
      const now = t(cases.length === 0 ? 'lab.rule.works' : 'lab.rule.broken', { count: cases.length, tried });
      return before === null ? now : `${now} ${t('lab.rule.before', { count: before })}`;
    }),
    el(
      'button',
      {
        class: 'cheat',
        'data-testid': 'rule-next',
        hidden: () => cases() < 2,
        onclick: () => choose((shown + 1) % cases()),
      },
      () => t('lab.rule.next', { place: shown + 1, all: cases() }),
    ),
    el(
      'div',
      { class: 'rule-field' },
      el(
        'figure',
        { hidden: () => n() !== 3 },
        el('figcaption', {}, () => t('lab.rule.across', { who: say().general(3) })),
        el('span', {}, () => t('lab.rule.across', { who: say().general(2) })),
        field,
      ),
      el(
        'div',
        {},
        el('p', { class: 'hint', 'data-testid': 'rule-tally', hidden: () => !tallies[n()] }, tallied),
        el(
          'ul',
          { hidden: () => n() !== 3 },
          .../** @type {const} */ (['o', 'a', 'yours']).map((mark) =>
            el('li', {}, svg('svg', { class: 'pairs', viewBox: '-4 -4 21 21', 'aria-hidden': 'true' }, sign(mark)), el('span', {}, () => t(`lab.rule.sign.${mark}`))),
          ),
        ),
      ),
    ),
  );
  return {
    node,
    refresh() {
      update();
      refresh();
    },
    stop: () => {
      if (asked || failed) last = '';
    },
  };
}
