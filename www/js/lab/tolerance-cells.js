// The cells of the tolerance map: which there are, what is known of them, and that they are computed one after another.

/** @typedef {import('#generals').ToleranceCell} Cell */
/** @template [T=Cell] @typedef {{at: (n: number, m: number, k: number) => T | undefined, failed: () => boolean, fill: (m: number) => Promise<void>, stop: () => void}} ToleranceCells */

const N_MIN = 3;
const N_MAX = 31;
/** Rows beyond the relay depth: there everything breaks. */
const ROWS_MORE = 2;
const ROWS_MIN = 4;

/** More traitors than there are generals. @type {Cell} */
export const NOBODY = { kind: 'exact', lies: null, condition: null, link: null, promised: null };

/** The cells of a map, in the order in which they are computed. @param {number} m */
export function cellsOf(m) {
  const rows = Math.max(ROWS_MIN, m + ROWS_MORE);
  const columns = Array.from({ length: N_MAX - N_MIN + 1 }, (_, i) => i + N_MIN).filter((n) => n >= m + 2);
  return { columns, rows: Array.from({ length: rows }, (_, i) => i + 1) };
}

/**
 * @template T
 * @param {(n: number, m: number, k: number) => Promise<T>} compute
 * @param {() => void} changed another column is known
 * @param {T} nobody what is said of more traitors than there are generals
 * @returns {ToleranceCells<T>}
 */
export function toleranceCells(compute, changed, nobody) {
  /** @type {Map<string, T>} */
  const cells = new Map();
  /** The map that is being filled. @type {{depth: number} | null} */
  let filling = null;
  let failed = false;
  const key = (/** @type {number} */ n, /** @type {number} */ m, /** @type {number} */ k) => `${m} ${n} ${k}`;

  /** @param {number} depth */
  async function fill(depth) {
    if (filling?.depth === depth) return;
    const mine = { depth };
    filling = mine;
    failed = false;
    const { columns, rows } = cellsOf(depth);
    for (const n of columns)
      for (const k of rows) {
        if (cells.has(key(n, depth, k))) continue;
        const cell = k > n ? nobody : await compute(n, depth, k);
        if (filling !== mine) return;
        cells.set(key(n, depth, k), cell);
        if (k === rows.length) changed();
      }
  }
  return {
    /** @param {number} n @param {number} m @param {number} k */
    at: (n, m, k) => cells.get(key(n, m, k)),
    failed: () => failed,
    /** Fills the map of a depth, if it is not done already. @param {number} m */
    fill: (m) =>
      fill(m).catch(() => {
        failed = true;
        changed();
      }),
    stop() {
      filling = null;
    },
  };
}

/** What is known of a map and how far it is, as a key of the catalogues with its numbers. @param {ToleranceCells} cells @param {number} m */
export function progressOf(cells, m) {
  const { columns, rows } = cellsOf(m);
  // Where the theorem claims something.
  const claimed = columns.flatMap((n) => rows.filter((k) => k < n - 1).map((k) => cells.at(n, m, k)));
  const known = claimed.filter((cell) => cell !== undefined);
  const odd = known.filter((cell) => cell.promised !== (cell.lies === null)).length;
  const values = { count: known.length, all: claimed.length, odd };
  if (cells.failed()) return { key: 'lab.failed', values };
  if (known.length === 0) return { key: claimed.length ? 'lab.computing' : 'lab.tolerance.none', values };
  return { key: odd > 0 ? 'lab.rule.odd' : 'lab.rule.agrees', values };
}
