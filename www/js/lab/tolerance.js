// The tolerance map: for each number of generals and traitors the fewest lies that break OM(m), computed cell by cell.

import { binder } from '../kit/dom.js';
import { icon } from '../kit/icons.js';
import { isInLab } from '../state/screens.js';
import { fewestLies } from './found.js';

/** @typedef {import('#generals').ToleranceCell} Cell */

const N_MIN = 3;
const N_MAX = 31;
/** Rows beyond the relay depth: there everything breaks. */
const ROWS_MORE = 2;
const ROWS_MIN = 4;

/** The cells of a map, in the order in which they are computed. @param {number} m */
export function cellsOf(m) {
  const rows = Math.max(ROWS_MIN, m + ROWS_MORE);
  const columns = Array.from({ length: N_MAX - N_MIN + 1 }, (_, i) => i + N_MIN).filter((n) => n >= m + 2);
  return { columns, rows: Array.from({ length: rows }, (_, i) => i + 1) };
}

/** @param {import('./lab.js').Bench} bench @returns {import('./lab.js').Tool} */
export function tolerance({ page: { t, store }, ask, show, redraw }) {
  const { el, list, refresh } = binder();
  /** @type {Map<string, Cell>} */
  const cells = new Map();
  const m = () => store.state.scenario?.m ?? 1;
  const key = (/** @type {number} */ n, /** @type {number} */ k) => `${m()} ${n} ${k}`;
  /** The map that is being filled. @type {{depth: number} | null} */
  let filling = null;
  let failed = false;
  let chosen = '';

  async function fill() {
    const depth = m();
    if (filling?.depth === depth) return;
    const mine = { depth };
    filling = mine;
    failed = false;
    if (chosen && !chosen.startsWith(`${depth} `)) {
      chosen = '';
      show(null);
    }
    const { columns, rows } = cellsOf(depth);
    for (const n of columns)
      for (const k of rows) {
        if (cells.has(`${depth} ${n} ${k}`)) continue;
        const cell = await ask.ask('tolerance', n, depth, k);
        if (filling !== mine) return;
        cells.set(`${depth} ${n} ${k}`, cell);
        if (k === rows.length) redraw();
      }
  }

  function fail() {
    failed = true;
    redraw();
  }

  /** @param {number} n @param {number} k @param {Cell} cell */
  function choose(n, k, cell) {
    chosen = key(n, k);
    show(fewestLies(t, cell, n, k));
    // What was found may have taken its room.
    document.activeElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** What of a cell takes the focus. @param {Element} cell */
  const target = (cell) => /** @type {HTMLElement} */ (cell.querySelector('button') ?? cell);

  /** Of all cells that are computed the tabulator stops at the one that was last gone to. */
  function rove() {
    const all = [...table.querySelectorAll('td:not(.open)')].map(target);
    const one = all.find((at) => at === document.activeElement) ?? all.find((at) => at.getAttribute('tabindex') === '0') ?? all[0];
    for (const at of all) at.tabIndex = at === one ? 0 : -1;
  }

  /** From a cell to the next of its row or column. @param {KeyboardEvent} event */
  function move(event) {
    const [across, down] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key] ?? [0, 0];
    const cell = /** @type {Element} */ (event.target).closest('td');
    if (!cell || across === down || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = table.rows[/** @type {HTMLTableRowElement} */ (cell.parentElement).rowIndex + down]?.cells[cell.cellIndex + across];
    if (next?.matches('td:not(.open)')) target(next).focus();
  }

  /** @type {HTMLTableElement} */
  const table = el('table', { class: 'tolerance', onkeydown: move, onfocusin: rove });

  /** Where the closed rule changes from one cell to the next. @param {number} n @param {number} k */
  const edge = (n, k) => {
    const promised = (/** @type {number} */ n, /** @type {number} */ k) => cells.get(key(n, k))?.promised ?? false;
    if (!promised(n, k)) return '';
    return `${promised(n - 1, k) ? '' : ' edge-start'}${promised(n, k + 1) ? '' : ' edge-below'}`;
  };

  /** @param {import('../state/types.js').Binder} own @param {number} n @param {number} k */
  const cell = (own, n, k) => {
    const now = cells.get(key(n, k));
    const td = (/** @type {string} */ state, /** @type {Node | string} */ content) =>
      own.el('td', { class: `cell ${state}${edge(n, k)}` }, content);
    if (!now) return td('open', '');
    if (now.promised === null) return td('none', own.el('span', { 'aria-label': t('lab.cell.none') }, '–'));
    if (now.lies === null) {
      const sign = own.el('span', { role: 'img', 'aria-label': t('lab.cell.safe', { n, k }) });
      sign.append(icon('check', 16));
      return td('safe', sign);
    }
    return td(
      'broken',
      own.el(
        'button',
        {
          'data-testid': `cell-${n}-${k}`,
          'aria-label': t(now.lies === Infinity ? 'lab.beyond' : 'lab.cell.broken', { n, k, count: now.lies }),
          'aria-pressed': () => String(chosen === key(n, k)),
          onclick: () => choose(n, k, now),
        },
        now.lies === Infinity ? '>10¹⁵' : String(now.lies),
      ),
    );
  };

  /** How far it is, and whether the closed rule agrees with what was computed. */
  const status = () => {
    const { columns, rows } = cellsOf(m());
    const claimed = columns.flatMap((n) => rows.filter((k) => k < n - 1).map((k) => cells.get(key(n, k))));
    const known = claimed.filter((c) => c !== undefined);
    if (failed) return t('lab.failed');
    if (known.length === 0) return t(claimed.length ? 'lab.computing' : 'lab.tolerance.none');
    const odd = known.filter((c) => c.promised !== (c.lies === null)).length;
    const values = { count: known.length, all: claimed.length, odd };
    return t(odd > 0 ? 'lab.rule.odd' : 'lab.rule.agrees', values);
  };

  const node = el(
    'div',
    {},
    el('h3', {}, () => t('lab.tolerance.title')),
    el('p', { class: 'lab-lead' }, () => t('lab.tolerance.lead', { m: m() })),
    el(
      'div',
      { class: 'lab-scroll', tabindex: 0, role: 'region', 'aria-label': () => t('lab.tolerance') },
      list(
        table,
        () => [0, ...cellsOf(m()).rows],
        (k) => `${m()} ${k}`,
        // Only a cell that changed is drawn anew: the others keep their focus while the map fills.
        (k, row) =>
          row.list(
            row.el('tr'),
            () => [0, ...cellsOf(m()).columns],
            (n) => `${store.state.lang} ${n} ${cells.get(key(n, k))?.lies}${edge(n, k)}`,
            (n, own) => (n && k ? cell(own, n, k) : own.el('th', { scope: k ? 'row' : 'col' }, n || k ? String(n || k) : 'k \\ n')),
          ),
      ),
    ),
    el('p', { class: 'hint', role: 'status', 'data-testid': 'tolerance-status' }, status),
    el('p', { class: 'hint' }, () => t('lab.tolerance.legend')),
    el('ul', { class: 'lab-surprises' }, el('li', {}, () => t('lab.surprise.rounds')), el('li', {}, () => t('lab.surprise.generals'))),
  );
  return {
    node,
    refresh() {
      if (isInLab(store.state)) fill().catch(fail);
      refresh();
      rove();
    },
    stop: () => {
      filling = null;
    },
  };
}
