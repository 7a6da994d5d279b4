// The heads of the table's columns: a click sorts by one, with Shift below the others.

import { columnOf, columnsOf } from '../words/message-row.js';

/** @typedef {import('../shell/page.js').Page} Page */

/**
 * @param {import('../state/types.js').Binder} binder @param {Page} page @param {(name: string) => string} named
 * @param {import('./table-asked.js').AskedRows} asked @param {() => void} anew called when they are in another order
 */
export function tableHeads({ el, list }, { store, t }, named, asked, anew) {
  return list(
    el('div', { class: 'table-heads', role: 'row', 'aria-rowindex': 1 }),
    () => [...columnsOf(store.state)],
    String,
    (column, own) => {
      const mine = () => asked.order().find((key) => columnOf(key) === column);
      const isFirst = () => asked.order()[0] === mine();
      const way = () => (mine()?.startsWith('-') ? 'descending' : 'ascending');
      return own.el(
        'div',
        { role: 'columnheader', class: `c-${column}`, 'aria-sort': () => (isFirst() ? way() : null) },
        own.el(
          'button',
          {
            class: () => (mine() ? `${way()} ${isFirst() ? 'first' : 'next'}` : ''),
            'data-testid': named(`sort-${column}`),
            title: () => t('table.sort'),
            onclick: (/** @type {MouseEvent} */ event) => {
              asked.sortBy(column, event.shiftKey);
              anew();
            },
          },
          () => t(`table.${column}`),
        ),
      );
    },
  );
}
