// Which armies an attack on a program goes through: every set of so many traitors, with both orders, or with opinions.

/** @typedef {import('../state/engine.js').Changes} Changes */
/**
 * The army that is asked about: `base` is its link without traitors and lies; `hasOpinions`: everybody has one; `isAll`: all opinions are gone
 * through, not the link's alone.
 * @typedef {{base: string, n: number, f: number, hasOpinions: boolean, isAll: boolean}} Army
 */
/** Who are traitors, and what the others begin with. @typedef {{traitors: number[], order?: import('../state/engine.js').Order, i?: string}} Asked */

/** With more armies than this, opinions are the link's alone. */
const ARMIES_MAX = 2048;

/** All sets of k of the generals 1 to n, in their order. @param {number} n @param {number} k @param {number} [from] @returns {number[][]} */
export function setsOf(n, k, from = 1) {
  if (k === 0) return [[]];
  /** @type {number[][]} */
  const all = [];
  for (let first = from; first <= n - k + 1; first++) for (const rest of setsOf(n, k - 1, first + 1)) all.push([first, ...rest]);
  return all;
}

/** How many sets of k there are. @param {number} n @param {number} k */
export const countSets = (n, k) => Array.from({ length: k }, (_, i) => i).reduce((count, i) => (count * (n - i)) / (i + 1), 1);

/** All opinions of n, but that those of some are Attack. @param {number} n @param {readonly number[]} fixed @returns {string[]} */
function opinionsOf(n, fixed) {
  let all = [''];
  for (let general = 1; general <= n; general++) all = all.flatMap((before) => (fixed.includes(general) ? ['A'] : ['A', 'R']).map((one) => before + one));
  return all;
}

/** Whether all opinions are few enough to be gone through. @param {number} n @param {number} f */
export function areOpinionsFew(n, f) {
  const levels = Array.from({ length: f + 1 }, (_, k) => countSets(n, k) * 2 ** (n - k));
  return levels.reduce((sum, count) => sum + count, 0) <= ARMIES_MAX;
}

/**
 * All armies with k traitors. A traitor may say anything, so what he began with is tried once, but where lies are counted.
 * @param {Army} army @param {number} k @param {boolean} [counted] @returns {Asked[]}
 */
export function armiesOf({ n, hasOpinions, isAll }, k, counted = false) {
  return setsOf(n, k).flatMap((traitors) => {
    if (!hasOpinions) return [{ traitors, order: /** @type {const} */ ('A') }, { traitors, order: /** @type {const} */ ('R') }];
    if (!isAll) return [{ traitors }];
    return opinionsOf(n, counted ? [] : traitors).map((i) => ({ traitors, i }));
  });
}
