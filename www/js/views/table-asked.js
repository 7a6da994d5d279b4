// The rows of the table that are asked for: the engine filters and sorts, and they are kept until something else is asked.

import { orderFor, sorted } from '../words/message-row.js';
import { ALL, within } from './table-filters.js';

/** @typedef {import('#generals').Rows} Rows */
/** @typedef {import('../words/message-row.js').Sort} Sort */
/** @typedef {import('../words/message-row.js').Column} Column */
/** @typedef {ReturnType<typeof askedRows>} AskedRows */

/** @param {import('../state/store.js').Store} store @param {(rows: Rows) => void} renewed told when there are other rows */
export function askedRows(store, renewed) {
  const s = () => store.state;
  let filter = ALL;
  /** @type {readonly Sort[]} */
  let sort = ['step'];
  /** @type {{key: string, of: import('../state/types.js').Session, rows: Rows} | null} */
  let kept = null;
  const order = () => orderFor(sort, s());

  /** @returns {Rows | null} null where no run is open */
  function rows() {
    const { session } = s();
    if (!session) return null;
    const wanted = within(filter, s());
    const key = JSON.stringify([wanted, order()]);
    if (kept?.of === session && kept.key === key) return kept.rows;
    kept?.rows.free();
    kept = { key, of: session, rows: session.rows(wanted, [...order()]) };
    renewed(kept.rows);
    return kept.rows;
  }
  return {
    rows,
    count: () => rows()?.length ?? 0,
    /** In which order they are, as far as whoever looks may know it. */
    order,
    filter: () => filter,
    /** @param {typeof ALL} next */
    setFilter(next) {
      filter = next;
    },
    /** @param {Column} column @param {boolean} more below the keys there are */
    sortBy(column, more) {
      sort = sorted(order(), column, more);
    },
    /** Whether the rows kept are those of the run that is open. */
    isCurrent: () => kept?.of === s().session,
    free() {
      kept?.rows.free();
      kept = null;
    },
  };
}
