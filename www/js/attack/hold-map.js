// For which numbers of generals and traitors a program holds, as a small map: a row for each f, a column for each n; a run that breaks opens.

import { binder } from '../kit/dom.js';
import { icon } from '../kit/icons.js';
import { edit, read } from '../state/engine.js';
import { asking } from './asking.js';
import { COLUMNS, fill, isArmy, ROWS, unasked } from './hold-cells.js';
import { keepFocus } from './keep-focus.js';
import { play } from './play.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('./hold-cells.js').Cell} Cell */

/** How each cell is marked; the same signs stand in the legend. @type {Record<Exclude<Cell['state'], 'asking'>, () => Node | string>} */
const SIGNS = {
  broken: () => icon('cross', 14),
  holds: () => icon('check', 16),
  open: () => '?',
  refused: () => '–',
  large: () => '…',
};
const STATES = /** @type {const} */ (['broken', 'holds', 'open', 'refused', 'large']);

/** What is asked, whoever commands what and is a traitor. @param {string} link */
const questionOf = (link) => {
  const { i } = read(link).scenario;
  const bare = edit(link, { traitors: [], lies: [], strategy: 'honest', n: 4, m: 1 });
  return i === undefined ? edit(bare, { order: 'A' }) : edit(bare, { i: 'AAAA' });
};

/** @param {Page['t']} t @param {Cell} cell */
export function labelOf(t, { n, f, state, count, traitors, isFewest }) {
  if (state === 'broken' && traitors === 0) return t('hold.cell.nobody', { n, f });
  const values = { n, f, count, traitors: t('attack.traitors', { count: traitors }) };
  return state === 'broken' && !isFewest ? t('hold.cell.broken.most', values) : t(`hold.cell.${state}`, values);
}

/** Asks about the cells, and keeps what is known of them. @param {Page} page @param {() => void} redraw */
function cellsAsked(page, redraw) {
  /** @type {ReturnType<typeof asking<{question: string, cells: Map<string, Cell>}>>} */
  const ask = asking(page, redraw);
  const named = (/** @type {Cell} */ cell) => /** @type {const} */ ([`${cell.n} ${cell.f}`, cell]);
  return {
    now: ask.now,
    /** @param {number} n @param {number} f */
    at: (n, f) => ask.now()?.cells.get(`${n} ${f}`),
    start() {
      const { link } = page.store.state;
      const cells = new Map(unasked().map(named));
      ask.start({ question: questionOf(link), cells }, (lab, tell) =>
        fill(link, lab, (cell) => {
          cells.set(...named(cell));
          tell({ cells });
        }),
      );
    },
    stop: ask.cancel,
  };
}

/** @param {Binder} own @param {Page} page @param {Cell} cell @param {() => boolean} isOld */
function cellNode(own, { store, t }, cell, isOld) {
  const label = labelOf(t, cell);
  if (cell.state === 'asking') return own.el('td', { class: 'hold-cell', 'data-state': 'asking' }, own.el('span', { class: 'unseen' }, label));
  const sign = SIGNS[cell.state]();
  const { link } = cell;
  const inner =
    link === null
      ? own.el('span', { role: 'img', 'aria-label': label }, sign)
      : own.el('button', { 'aria-label': label, title: label, 'data-testid': `hold-${cell.n}-${cell.f}`, disabled: isOld, onclick: () => play(store, link) }, sign);
  return own.el('td', { class: 'hold-cell', 'data-state': cell.state, title: label }, inner);
}

/** @param {Binder} binder @param {Page} page @param {ReturnType<typeof cellsAsked>} ask @param {() => boolean} isOld */
function table({ el, list }, page, ask, isOld) {
  const { t, store } = page;
  return list(
    el('table', { class: 'hold-map', 'aria-label': () => t('hold.table') }),
    () => (ask.now() ? [-1, ...ROWS] : []),
    String,
    (f, row) =>
      row.list(
        row.el('tr'),
        () => [0, ...COLUMNS],
        (n) => `${store.state.lang} ${n} ${JSON.stringify(n && f >= 0 ? ask.at(n, f) : null)}`,
        (n, own) => {
          if (f < 0) return own.el('th', { scope: 'col' }, n ? String(n) : t('hold.head'));
          if (!n) return own.el('th', { scope: 'row' }, String(f));
          const cell = ask.at(n, f);
          return cell && isArmy(n, f) ? cellNode(own, page, cell, isOld) : own.el('td', {});
        },
      ),
  );
}

/** What each sign says. @param {Binder} binder @param {Page} page @param {ReturnType<typeof cellsAsked>} ask */
const legend = ({ el }, { t }, ask) =>
  el(
    'ul',
    { class: 'hold-legend', hidden: () => ask.now() === null },
    ...STATES.map((state) => el('li', {}, el('span', { class: 'hold-cell', 'data-state': state, 'aria-hidden': 'true' }, SIGNS[state]()), el('span', {}, () => t(`hold.legend.${state}`)))),
  );

/** @param {HTMLElement} place @param {Page} page */
export function holdMap(place, page) {
  const { store, t } = page;
  const drawing = binder();
  const { el } = drawing;
  const refresh = () => keepFocus(place, drawing.refresh);
  const ask = cellsAsked(page, refresh);
  const now = ask.now;
  let question = { link: '', is: '' };
  function isOld() {
    const { link } = store.state;
    if (question.link !== link) question = { link, is: questionOf(link) };
    return now() !== null && now()?.question !== question.is;
  }
  const known = () => [...(now()?.cells.values() ?? [])].filter(({ state }) => state !== 'asking').length;
  place.append(
    el('p', { class: 'hint' }, () => t('hold.lead'), ' ', () => (store.state.spec?.inputs === 'everyone' ? t('hold.lead.given') : '')),
    el('p', { class: 'attack-old', hidden: () => !isOld() }, () => t('hold.old')),
    el('div', { class: 'hold-scroll' }, table(drawing, page, ask, isOld)),
    el('p', { class: 'hint', role: 'status', 'data-testid': 'hold-status', hidden: () => now() === null }, () =>
      now()?.hasFailed ? t('lab.failed') : t('hold.progress', { count: known(), all: now()?.cells.size ?? 0 }),
    ),
    el(
      'div',
      { class: 'attack-ways' },
      el('button', { class: 'bar-button line', 'data-testid': 'hold-start', hidden: () => now()?.isBusy === true || (now() !== null && known() === now()?.cells.size && !isOld()), onclick: ask.start }, () =>
        t(isOld() ? 'hold.again' : 'hold.fill'),
      ),
      el('button', { class: 'bar-button line', 'data-testid': 'hold-cancel', hidden: () => !now()?.isBusy, onclick: ask.stop }, () => t('attack.cancel')),
    ),
    legend(drawing, page, ask),
  );
  return {
    refresh() {
      isOld();
      refresh();
    },
  };
}
