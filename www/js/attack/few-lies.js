// Runs with few lies, in the order of how many: what the traitors of a run could say in each of their slots, and every way to lie in so many.

/** @typedef {import('../state/engine.js').Lie} Lie */
/** @typedef {import('../state/engine.js').Word} Word */
/** @typedef {import('../state/types.js').Session} Session */
/** A slot of a traitor's, what can be said there, and what an honest general would say while nobody lies. @typedef {{path: number[], to: number, words: Word[], honest: Word}} Slot */

/** What traitors could say in a run in which nobody lies. @param {Session} run @param {readonly number[]} traitors @returns {Slot[]} */
export function slotsOf(run, traitors) {
  const rows = run.rows();
  const own = rows.window(0, rows.length).filter(({ from }) => traitors.includes(from));
  rows.free();
  return own.map(({ path, to, honest, neither }) => ({ path, to, honest, words: neither ? ['A', 'R', 'N', null] : ['A', 'R', null] }));
}

/** How many runs name so many slots. @param {readonly Slot[]} slots @param {number} lies */
export function countRuns(slots, lies) {
  const ways = slots.map(({ words }) => words.length);
  /** By how many slots are named, of those so far. */
  let counts = [1];
  for (const of of ways) counts = Array.from({ length: Math.min(counts.length, lies) + 1 }, (_, k) => (counts[k] ?? 0) + (counts[k - 1] ?? 0) * of);
  return counts[lies] ?? 0;
}

/**
 * Every way to say something in so many slots. A later lie may find another word honest than where nobody lies, so every word is
 * said there; one lie alone is another word than the honest one.
 * @param {readonly Slot[]} slots @param {number} lies @param {boolean} [isAlone] @returns {Generator<Lie[]>}
 */
export function* runsWith(slots, lies, isAlone = lies === 1) {
  if (lies === 0) {
    yield [];
    return;
  }
  for (let first = 0; first <= slots.length - lies; first++) {
    const { path, to, words, honest } = slots[first];
    for (const said of words) {
      if (isAlone && said === honest) continue;
      for (const rest of runsWith(slots.slice(first + 1), lies - 1, false)) yield [{ path, to, said }, ...rest];
    }
  }
}
