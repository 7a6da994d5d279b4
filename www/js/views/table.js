// Every message of the run as a row: only those in sight are made. The table holds its bar, its grid, and keeps them to the run.

import { binder } from '../kit/dom.js';
import { arrived } from '../state/motion.js';
import { askedRows } from './table-asked.js';
import { tableBar, tableNone, tellRows } from './table-bar.js';
import { copying } from './table-copy.js';
import { ALL, filters } from './table-filters.js';
import { tableGrid } from './table-grid.js';
import { activeRow, pickedStep } from './table-picked.js';

/** @typedef {import('../shell/page.js').Page} Page */

/** @param {Page} page @param {string} [side] which of two, where there are two @returns {import('./figures.js').View} */
export function table(page, side = '') {
  const { store, say } = page;
  const drawing = binder();
  const s = () => store.state;
  const named = (/** @type {string} */ name) => (side ? `${name}-${side}` : name);
  const active = activeRow();
  const asked = askedRows(store, active.renew);

  const grid = tableGrid(drawing, page, { side, named, asked, active, anew });
  const choice = filters(page, named, asked.filter, show);
  const copy = copying(page, named, asked.rows);
  const none = tableNone(drawing, page, named, asked.count, () => {
    show(ALL);
    grid.node.focus();
  });
  const said = () => tellRows(s(), say(), asked.count(), asked.order());
  const node = frame(drawing, page, named, grid.height, tableBar(drawing, named, choice.node, said, copy.node), grid.node, none);

  /** @param {typeof ALL} filter */
  function show(filter) {
    asked.setFilter(filter);
    anew();
  }
  /** Other rows: from the first, or where the message is that is looked at. */
  function anew() {
    asked.rows();
    drawing.refresh();
    grid.scroll.show(0);
    const row = active.row();
    if (row !== null) grid.scroll.reveal(row);
    grid.draw();
    choice.refresh();
    copy.refresh();
  }
  /** The message that was last brought into sight: the one looked at, else the last that has arrived. */
  let followed = 0;
  let drawnAt = -1;
  function refresh() {
    if (!s().session) return drawing.refresh();
    // Rows of another run are not told by this one.
    if (!asked.isCurrent()) grid.empty();
    const picked = pickedStep(s());
    active.follow(picked, asked.rows());
    drawing.refresh();
    grid.scroll.keep();
    const front = picked ?? arrived(s());
    const row = front === followed ? null : (asked.rows()?.placeOf(front) ?? null);
    followed = front;
    if (row !== null) grid.scroll.reveal(row);
    grid.draw();
    choice.refresh();
    copy.refresh();
  }
  new ResizeObserver(refresh).observe(grid.node);
  return {
    node,
    leave: asked.free,
    refresh,
    paint() {
      if (drawnAt !== arrived(s())) grid.draw();
      drawnAt = arrived(s());
    },
  };
}

/**
 * All of it, with the widths and heights that its styles ask for.
 * @param {import('../state/types.js').Binder} drawing @param {Page} page @param {(name: string) => string} named
 * @param {() => number} rowHeight @param {HTMLElement[]} children
 */
const frame = ({ el }, { store, say }, named, rowHeight, ...children) =>
  el(
    'div',
    {
      class: 'table',
      hidden: () => store.state.session === null,
      style: () => `--row:${rowHeight()}px;--no:${(36 + 9 * say().number(store.state.length).length) / 16}rem`,
      'data-testid': named('table'),
    },
    ...children,
  );
