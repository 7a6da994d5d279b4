// The row of the message that is looked at, and how keys, clicks and the pointer go from row to row.

import { povOf, isSeen, visibleSteps } from '../state/pov.js';

/** @typedef {import('../state/types.js').State} State */

/** The step that is looked at: in fog the message seen last. @param {State} s */
export function pickedStep(s) {
  const { message, cursor, length } = s;
  if (povOf(s) === null) return message;
  return cursor > 0 && cursor < length && isSeen(visibleSteps(s), cursor) ? cursor : null;
}

/**
 * The row to which a key leads, or undefined.
 * @param {string} key @param {{here: number, leaf: number, count: number}} at the row that it is now, how many are a page, how many there are
 * @returns {number | undefined}
 */
export function rowAfterKey(key, { here, leaf, count }) {
  /** @type {Record<string, number>} */
  const to = { ArrowDown: here + 1, ArrowUp: here - 1, PageDown: here + leaf, PageUp: here - leaf, Home: 0, End: count - 1 };
  return key in to ? Math.max(0, Math.min(count - 1, to[key])) : undefined;
}

/** The row of the table under an event's target, or null. @param {Event} event */
export function rowUnder({ target }) {
  const row = target instanceof Element ? /** @type {HTMLElement | null} */ (target.closest('[data-row]')) : null;
  return row ? Number(row.dataset.row) : null;
}

/** Which row is active, kept to the message that is looked at. */
export function activeRow() {
  /** @type {number | null} */
  let row = null;
  /** @type {number | null} */
  let looked = null;
  return {
    row: () => row,
    /** A key or a click went there: at once, for the next key may come before the next frame. @param {number} to */
    set(to) {
      row = to;
    },
    /** Another message is looked at. @param {number | null} step @param {import('#generals').Rows | null} rows */
    follow(step, rows) {
      if (looked !== step) row = step === null ? null : (rows?.placeOf(step) ?? null);
      looked = step;
    },
    /** There are other rows. @param {import('#generals').Rows} rows */
    renew(rows) {
      row = looked === null ? null : rows.placeOf(looked);
    },
  };
}
