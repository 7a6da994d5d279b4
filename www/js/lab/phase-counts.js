// In which phases runs ended: counted piece by piece, with the piece in which each phase came first. Pure.

/** @typedef {import('#generals').Phases} Phases */
/** Whose coins. @typedef {'local' | 'common'} Coin */
/** So many runs of one phase (null: not everybody decided), and the place of the piece that has the first of them. @typedef {{phase: number | null, count: number, first: number}} Bar */
/** @typedef {{seeds: number, local: Map<number | null, Bar>, common: Map<number | null, Bar>}} Counted */

/** Whose, in the order of their bars. @type {readonly Coin[]} */
export const COINS = ['local', 'common'];
/** Seeds hold 64 bits, and begin again after the last. */
const BITS = 64;

/** Nothing was measured yet. @returns {Counted} */
export const uncounted = () => ({ seeds: 0, local: new Map(), common: new Map() });

/** So many seeds further. @param {string} seed its digits @param {number} by */
export const further = (seed, by) => String(BigInt.asUintN(BITS, BigInt(seed) + BigInt(by)));

/** With one more piece, which begins at so many seeds after the first. @param {Counted} known @param {Phases} piece @returns {Counted} */
export function withPiece(known, piece) {
  const add = (/** @type {Coin} */ coin) => {
    const { counts, undecided } = piece[coin];
    const all = new Map(known[coin]);
    const put = (/** @type {number | null} */ phase, /** @type {number} */ count) => {
      const bar = all.get(phase) ?? { phase, count: 0, first: known.seeds };
      if (count > 0) all.set(phase, { ...bar, count: bar.count + count });
    };
    counts.forEach((count, i) => put(i + 1, count));
    put(null, undecided);
    return all;
  };
  return { seeds: known.seeds + piece.seeds, local: add('local'), common: add('common') };
}

/** Whether a run of this piece ended so. @param {Phases} piece @param {Coin} coin @param {number | null} phase */
export const endsIn = (piece, coin, phase) => (phase === null ? piece[coin].undecided : piece[coin].counts[phase - 1]) > 0;

/** The phases that have a bar: from the first to the last in which any run ended, then those that did not. @param {Counted} known @returns {(number | null)[]} */
export function rowsOf({ local, common }) {
  const ended = [...local.keys(), ...common.keys()];
  const last = Math.max(0, ...ended.map((phase) => phase ?? 0));
  return [...Array.from({ length: last }, (_, i) => i + 1), ...(ended.includes(null) ? [null] : [])];
}

/** The mean phase of the runs that everybody decided in, and how many these are. @param {Counted} known @param {Coin} coin */
export function meanOf(known, coin) {
  const decided = [...known[coin].values()].flatMap(({ phase, count }) => (phase === null ? [] : [{ phase, count }]));
  const runs = decided.reduce((sum, { count }) => sum + count, 0);
  const phases = decided.reduce((sum, { phase, count }) => sum + phase * count, 0);
  return { runs, mean: runs === 0 ? null : phases / runs };
}

/** Whether both coins end runs, and as many in each phase: then this army does not show what is between them. @param {Counted} known */
export const areAlike = (known) => meanOf(known, 'local').runs > 0 && rowsOf(known).every((phase) => known.local.get(phase)?.count === known.common.get(phase)?.count);
