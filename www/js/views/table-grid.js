// The grid of the table: heads, and below them the rows in sight, gone through by keys and clicks.

import { hallScale } from '../kit/hall-scale.js';
import { tall } from '../kit/virtual-list.js';
import { povOf } from '../state/pov.js';
import { tableHeads } from './table-heads.js';
import { pickedStep, rowAfterKey, rowUnder } from './table-picked.js';
import { tableRow } from './table-row.js';
import { createTableScroll } from './table-scroll.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('../words/message-row.js').Row & {place: number}} Placed */
/**
 * `side`: which of two tables. `anew`: called when the rows are in another order.
 * @typedef {{side: string, named: (name: string) => string, asked: import('./table-asked.js').AskedRows,
 *   active: ReturnType<typeof import('./table-picked.js').activeRow>, anew: () => void}} Of
 */

/** Px of a row: of few, of many, for fingers, of two lines, and where there is no height. */
const ROW = { few: 34, many: 28, touch: 44, double: 62, low: 36 };
const MANY = 30;
/** Below this width a row has two lines, as in table.css; below this height it is a low one. */
const DOUBLE_BELOW = 560;
const LOW_BELOW = 500;
const coarse = matchMedia('(pointer: coarse)');

/** @param {HTMLElement | null} grid @param {number} count how many rows there are @param {number} scale how many times larger it is shown */
function rowHeight(grid, count, scale) {
  if ((grid?.parentElement?.clientWidth || innerWidth) < DOUBLE_BELOW) return ROW.double;
  if (coarse.matches) return innerHeight < LOW_BELOW ? ROW.low : ROW.touch;
  return Math.round((count < MANY ? ROW.few : ROW.many) * scale);
}

/** @param {Binder} binder @param {Page} page @param {Of} of */
export function tableGrid(binder, page, of) {
  const { store, t } = page;
  const { el } = binder;
  const { named, asked, active } = of;
  const { rows, count } = asked;
  /** As soon as it stands in the page. @type {HTMLElement | null} */
  let grid = null;
  const height = () => rowHeight(grid, count(), store.state.projector ? hallScale() : 1);
  const rowId = (/** @type {number} */ place) => page.id(named(`row-${place}`));
  const body = tableBody(binder, page, rowId);

  /** @param {number | null} row */
  const go = (row) => {
    if (row === null) return;
    active.set(row);
    const step = rows()?.at(row);
    if (step) store.apply({ type: 'pick', step });
  };
  /** @param {number | null} row */
  const light = (row) => store.apply({ type: 'light', step: row === null ? null : (rows()?.at(row) ?? null) });

  const node = el(
    'div',
    {
      class: 'table-grid',
      role: 'grid',
      tabindex: 0,
      hidden: () => count() === 0,
      'aria-label': () => t('view.table'),
      'aria-rowcount': () => count() + 1,
      'aria-activedescendant': () => {
        const row = active.row();
        return row !== null && body.has(row) ? rowId(row) : null;
      },
      'data-testid': named('rows'),
      onkeydown: (/** @type {KeyboardEvent} */ event) => handleKey(event),
      onscroll: () => {
        if (scroll.follow()) draw();
      },
      onscrollend: () => scroll.settle(),
      onclick: (/** @type {Event} */ event) => go(rowUnder(event)),
      onpointerover: (/** @type {Event} */ event) => light(rowUnder(event)),
      onpointerleave: () => light(null),
    },
    el('div', { class: 'table-top', role: 'rowgroup' }, tableHeads(binder, page, named, asked, of.anew)),
    el('div', { class: 'table-long', role: 'presentation', style: () => `block-size:${tall(count() * height())}px` }, body.node),
  );
  grid = node;
  const scroll = createTableScroll(node, count, height);

  /** @param {KeyboardEvent} event */
  function handleKey(event) {
    if (event.target !== node || event.altKey || event.ctrlKey || event.metaKey || count() === 0) return;
    const leaf = Math.max(1, Math.floor(scroll.room() / height()) - 1);
    const to = rowAfterKey(event.key, { here: active.row() ?? scroll.firstWhole() - 1, leaf, count: count() });
    if (to !== undefined) go(to);
    else if (event.key === 'Enter' && active.row() !== null && !of.side) store.apply({ type: 'view', view: 'map' });
    else return;
    event.preventDefault();
  }
  /** Makes the rows that are in sight. */
  function draw() {
    const sight = scroll.inSight();
    body.put((rows()?.window(sight.first, sight.count) ?? []).map((row, i) => ({ ...row, place: sight.first + i })));
    body.node.style.translate = `0 ${scroll.topOf(sight.first)}px`;
    binder.refresh();
  }
  return { node, height, scroll, draw, empty: () => body.put([]) };
}

/** The rows that are made. @param {Binder} binder @param {Page} page @param {(place: number) => string} rowId */
function tableBody({ el, list }, page, rowId) {
  const s = () => page.store.state;
  /** @type {Placed[]} */
  let placed = [];
  /** Where in the list a row now is, by its step. @type {Map<number, number>} */
  let places = new Map();
  const node = list(
    el('div', { class: 'table-rows', role: 'rowgroup' }),
    () => placed,
    (row) => `${s().lang} ${s().link} ${povOf(s())} ${row.step}`,
    (row, own) =>
      tableRow(own, page, row, {
        place: () => places.get(row.step) ?? 0,
        isPicked: () => pickedStep(s()) === row.step,
        rowId,
      }),
  );
  return {
    node,
    /** @param {Placed[]} rows */
    put(rows) {
      placed = rows;
      places = new Map(rows.map(({ step, place }) => [step, place]));
    },
    /** Whether a row is among them. @param {number} place */
    has: (place) => placed.some((row) => row.place === place),
  };
}
