// The tolerance map: for each number of generals and traitors the fewest lies that break OM(m), computed cell by cell; of protocols
// beyond it what is proved.

import { binder } from '../kit/dom.js';
import { icon } from '../kit/icons.js';
import { isCovered } from '../state/lesson.js';
import { isInLab } from '../state/screens.js';
import { isSlow } from '../state/spec.js';
import { fewestLies, foundRun } from './found.js';
import { how } from './why.js';
import { cellsOf, NOBODY, progressOf, toleranceCells } from './tolerance-cells.js';
import { isProved, provedCells, stateOf } from './tolerance-proved.js';

/** @typedef {import('#generals').ToleranceCell} Cell */
/** @typedef {import('./tolerance-proved.js').Proved} Proved */
/** Cells of either kind. @typedef {{at: (n: number, m: number, k: number) => Cell | Proved | undefined}} Cells */
/** @typedef {import('../state/types.js').Binder} Binder */

/** What of a cell takes the focus. @param {Element} cell */
const target = (cell) => /** @type {HTMLElement} */ (cell.querySelector('button') ?? cell);

/** Of all cells that are computed the tabulator stops at the one that was last gone to. @param {HTMLTableElement} table */
function rove(table) {
  const all = [...table.querySelectorAll('td:not(.open)')].map(target);
  const one = all.find((at) => at === document.activeElement) ?? all.find((at) => at.getAttribute('tabindex') === '0') ?? all[0];
  for (const at of all) at.tabIndex = at === one ? 0 : -1;
}

/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** From a cell to the next of its row or column. @param {HTMLTableElement} table @param {KeyboardEvent} event */
function move(table, event) {
  const [across, down] = ARROWS[event.key] ?? [0, 0];
  const cell = /** @type {Element} */ (event.target).closest('td');
  if (!cell || across === down || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const next = table.rows[/** @type {HTMLTableRowElement} */ (cell.parentElement).rowIndex + down]?.cells[cell.cellIndex + across];
  if (next?.matches('td:not(.open)')) target(next).focus();
}

/** @typedef {{isChosen: () => boolean, choose: (cell: Cell | Proved) => void}} Choice */

/** What is known of an army: what a run was found for is chosen to see it. @param {Binder} own @param {import('../shell/page.js').Page['t']} t @param {{n: number, k: number}} army @param {Proved} cell @param {Choice} choice @returns {[state: string, content: Node]} */
function proved(own, t, army, cell, { isChosen, choose }) {
  const state = stateOf(cell);
  const label = state === 'none' ? t('lab.cell.none') : t(`lab.cell.proved.${state}`, army);
  const sign = state === 'safe' ? icon('check', 16) : state === 'broken' ? icon('cross', 12) : state === 'unknown' ? '?' : '–';
  if (!cell.link) return [state === 'unknown' ? 'none' : state, own.el('span', { role: 'img', 'aria-label': label }, sign)];
  const about = { 'data-testid': `cell-${army.n}-${army.k}`, 'aria-label': label, 'aria-pressed': () => String(isChosen()), onclick: () => choose(cell) };
  return [state, own.el('button', about, sign)];
}

/** What a cell says of its army. @param {Binder} own @param {import('../shell/page.js').Page['t']} t @param {{n: number, k: number, cell: Cell | Proved | undefined}} army @param {Choice} choice @returns {[state: string, content: Node | string]} */
function content(own, t, { n, k, cell }, choice) {
  const { isChosen, choose } = choice;
  if (!cell) return ['open', ''];
  if ('reason' in cell) return proved(own, t, { n, k }, cell, choice);
  if (cell.promised === null) return ['none', own.el('span', { 'aria-label': t('lab.cell.none') }, '–')];
  if (cell.lies === null) return ['safe', own.el('span', { role: 'img', 'aria-label': t('lab.cell.safe', { n, k }) }, icon('check', 16))];
  const isBeyond = cell.lies === Infinity;
  const about = {
    'data-testid': `cell-${n}-${k}`,
    'aria-label': t(isBeyond ? 'lab.beyond' : 'lab.cell.broken', { n, k, count: cell.lies }),
    'aria-pressed': () => String(isChosen()),
    onclick: () => choose(cell),
  };
  return ['broken', own.el('button', about, isBeyond ? '>10¹⁵' : String(cell.lies))];
}

/**
 * The map as a table, a row for each number of traitors.
 * @param {Binder} binder @param {import('../shell/page.js').Page} page @param {() => Cells} cells
 * @param {{m: () => number, isChosen: (n: number, k: number) => boolean, choose: (n: number, k: number, cell: Cell | Proved) => void}} how
 */
function map({ el, list }, { t, store }, cells, { m, isChosen, choose }) {
  /** What may be told of a cell: nothing while a lesson asks. @param {number} n @param {number} k */
  const at = (n, k) => (isCovered(store.state) ? undefined : cells().at(n, m(), k));
  /** Where the closed rule changes from one cell to the next. @param {number} n @param {number} k */
  function edge(n, k) {
    const isPromised = (/** @type {number} */ n, /** @type {number} */ k) => at(n, k)?.promised ?? false;
    if (!isPromised(n, k)) return '';
    return `${isPromised(n - 1, k) ? '' : ' edge-start'}${isPromised(n, k + 1) ? '' : ' edge-below'}`;
  }
  /** @param {Binder} own @param {number} n @param {number} k */
  function cellNode(own, n, k) {
    const how = { isChosen: () => isChosen(n, k), choose: (/** @type {Cell | Proved} */ cell) => choose(n, k, cell) };
    const [state, inner] = content(own, t, { n, k, cell: at(n, k) }, how);
    return own.el('td', { class: `cell ${state}${edge(n, k)}` }, inner);
  }
  /** @type {HTMLTableElement} */
  const table = list(
    el('table', {
      class: 'tolerance',
      onkeydown: (/** @type {KeyboardEvent} */ event) => move(table, event),
      onfocusin: () => rove(table),
    }),
    () => [0, ...cellsOf(m()).rows],
    (k) => `${m()} ${k} ${isProved(store.state)}`,
    // Only a cell that changed is drawn anew: the others keep their focus while the map fills.
    (k, row) =>
      row.list(
        row.el('tr'),
        () => [0, ...cellsOf(m()).columns],
        (n) => `${store.state.lang} ${n} ${JSON.stringify(at(n, k))}${edge(n, k)}`,
        (n, own) => (n && k ? cellNode(own, n, k) : own.el('th', { scope: k ? 'row' : 'col' }, n || k ? String(n || k) : 'k \\ n')),
      ),
  );
  return table;
}

/** @param {import('./lab.js').Bench} bench @returns {import('./lab.js').Tool} */
export function tolerance({ page, ask, show, redraw }) {
  const { t, store } = page;
  const own = binder();
  const { el } = own;
  const computed = toleranceCells((n, m, k) => ask.ask('tolerance', n, m, k), redraw, NOBODY);
  const known = provedCells(() => store.state, ask, redraw);
  const cells = () => (isProved(store.state) ? known() : computed);
  const m = () => store.state.scenario?.m ?? 1;
  /** The cell that was chosen, and of which map. @type {{n: number, k: number, m: number} | null} */
  let chosen = null;

  /** @param {number} n @param {number} k @param {Cell | Proved} cell */
  function choose(n, k, cell) {
    chosen = { n, k, m: m() };
    show('reason' in cell ? foundRun(t, cell.link ?? null, n, k) : fewestLies(t, cell, n, k));
    // What was found may have taken its room.
    document.activeElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
  const isChosen = (/** @type {number} */ n, /** @type {number} */ k) => chosen?.n === n && chosen.k === k && chosen.m === m();
  const isWrong = () => store.state.grounds.reason === 'known-wrong';
  const table = map(own, page, cells, { m, isChosen, choose });
  const status = () => {
    if (isProved(store.state)) return t(known().failed() ? 'lab.failed' : 'lab.tolerance.proved', { source: store.state.spec?.source ?? '' });
    const { key, values } = progressOf(computed, m());
    return t(key, values);
  };
  const node = el(
    'div',
    {},
    el('h3', {}, () => t(isProved(store.state) ? 'lab.tolerance.proved.title' : 'lab.tolerance.title')),
    el('p', { class: 'lab-lead' }, () => t(isProved(store.state) ? 'lab.tolerance.proved.lead' : 'lab.tolerance.lead', { m: m() })),
    el(
      'div',
      { hidden: () => isProved(store.state) },
      how(own, page, () => t('lab.tolerance.why'), () => t('lab.surprise.rounds'), () => t('lab.surprise.generals')),
    ),
    el('div', { class: 'lab-scroll', tabindex: 0, role: 'region', 'aria-label': () => t('lab.tolerance') }, table),
    el('p', { class: 'hint', role: 'status', 'data-testid': 'tolerance-status', 'data-answer': true }, status),
    el('p', { class: 'hint', 'data-answer': true }, () => t(isProved(store.state) ? 'lab.tolerance.proved.legend' : 'lab.tolerance.legend')),
    el('p', { class: 'hint', 'data-answer': true, hidden: () => !isSlow(store.state) || isWrong() }, () => t('lab.tolerance.proved.slow')),
    el('p', { class: 'hint', 'data-answer': true, hidden: () => !(isProved(store.state) && isWrong()) }, () => t('lab.tolerance.proved.wrong')),
  );

  /** Another depth is another map: what was chosen in the last one is not shown beside it. */
  function fill() {
    if (chosen && chosen.m !== m()) {
      chosen = null;
      show(null);
    }
    void cells().fill(m());
  }
  return {
    node,
    refresh() {
      if (isInLab(store.state)) fill();
      own.refresh();
      rove(table);
    },
    stop: () => cells().stop(),
  };
}
