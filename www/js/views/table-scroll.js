// Which part of the table is in sight, to the pixel, also where the list is longer than a browser's scroll bar can say.

import { moved, scrollAt } from '../kit/virtual-list.js';

/** Px of the row of heads. */
const HEAD = 34;

/** @param {HTMLElement} grid @param {() => number} count of rows @param {() => number} height of a row in px */
export function createTableScroll(grid, count, height) {
  /** The scroll bar, and the first px of the list that is shown. */
  let at = { scroll: 0, shown: 0 };
  const whole = () => count() * height();
  const room = () => Math.max(0, grid.clientHeight - HEAD);
  /** Of what size list and room were when it was last kept. */
  let sized = '';

  /** @param {number} shown */
  function show(shown) {
    const sharp = Math.round(Math.max(0, Math.min(whole() - room(), shown)));
    grid.scrollTop = Math.round(scrollAt(sharp, whole(), room()));
    at = { scroll: grid.scrollTop, shown: sharp };
  }
  return {
    room,
    show,
    /** The bar stands exactly where what is shown is. */
    settle: () => show(at.shown),
    /** What is shown stays, as near as another length of the list allows. */
    keep() {
      const size = `${count()} ${height()} ${room()}`;
      if (size !== sized) show(at.shown);
      sized = size;
    },
    /** Follows the scroll bar. @returns {boolean} whether it has moved */
    follow() {
      if (grid.scrollTop === at.scroll) return false;
      at = { scroll: grid.scrollTop, shown: moved(at, grid.scrollTop, whole(), room()) };
      return true;
    },
    /** Brings a row into sight: by as little as it takes, or from afar into the middle. @param {number} row */
    reveal(row) {
      const top = row * height();
      const below = top + height() - at.shown - room();
      if (Math.max(at.shown - top, below) > 2 * height()) show(top - room() / 2);
      else if (top < at.shown) show(top);
      else if (below > 0) show(at.shown + below);
    },
    /** The first row that is wholly in sight. */
    firstWhole: () => Math.ceil(at.shown / height()),
    /** The rows to make: those in sight, and one more at either end. */
    inSight() {
      const first = Math.max(0, Math.floor(at.shown / height()) - 1);
      return { first, count: Math.ceil((at.shown + room()) / height()) + 1 - first };
    },
    /** Where a row stands in the scrolled list, in px. @param {number} row */
    topOf: (row) => at.scroll + row * height() - at.shown,
  };
}
