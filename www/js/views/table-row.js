// A message as a row of the table: a cell a column, with its signs, marked where it lies, is still to come, is lit or differs.

import { arrived } from '../state/motion.js';
import { cell, columnsOf } from '../words/message-row.js';
import { povOf, loyalty } from '../state/pov.js';
import { mask, shield, token } from '../kit/icons.js';

/** @typedef {import('../shell/page.js').Page} Page */
/** @typedef {import('../state/types.js').Binder} Binder */
/** @typedef {import('../words/message-row.js').Row} Row */
/** @typedef {import('../words/message-row.js').Column} Column */

/**
 * @param {Binder} own @param {Page} page @param {Row} row
 * @param {{place: () => number, isPicked: () => boolean, rowId: (place: number) => string}} here `place`: where in the list it now is
 */
export function tableRow(own, page, row, { place, isPicked, rowId }) {
  const s = () => page.store.state;
  const fog = povOf(s()) !== null;
  const differs = () => s().differing?.has(row.step) ?? false;
  const look = () =>
    [
      'table-row',
      !fog && row.lie ? 'lie' : '',
      row.step > arrived(s()) ? 'ahead' : '',
      s().lit === row.step ? 'lit' : '',
      differs() ? 'differs' : '',
    ].join(' ');
  return own.el(
    'div',
    {
      role: 'row',
      class: look,
      id: () => rowId(place()),
      'aria-rowindex': () => place() + 2,
      'aria-selected': () => String(isPicked()),
      'data-row': place,
    },
    ...columnsOf(s()).map((column) => tableCell(own, page, row, column, differs)),
  );
}

/** @param {Binder} own @param {Page} page @param {Row} row @param {Column} column @param {() => boolean} differs */
function tableCell(own, { store, t, say }, row, column, differs) {
  const words = cell(row, column, store.state, say());
  return own.el(
    'div',
    { role: 'gridcell', class: `c-${column}`, title: column === 'path' || column === 'lie' ? words : null },
    column === 'step' ? own.el('span', { class: 'table-odd' }, () => (differs() ? t('table.differs') : '')) : null,
    signOf(row, column, store.state),
    own.el('span', {}, words),
    column === 'round' ? own.el('span', { class: 'round-long' }, t('scrubber.orders.short', { round: row.round })) : null,
  );
}

/** @param {Row} row @param {Column} column @param {import('../state/types.js').State} s */
function signOf(row, column, s) {
  if (column === 'from' || column === 'to') return shield(row[column], loyalty(s, row[column]), 24);
  if (column === 'said' || column === 'honest') return token(row[column], 9);
  return column === 'lie' && row.lie ? mask(18) : null;
}
