// “You decide” for general 2: the run, the one that he cannot tell from it, and what one choice does in both. Pure.

/** @typedef {import('../state/types.js').Order} Order */
/** @typedef {import('./run-card.js').Run} Run */
/** @typedef {{run: Run, decisions: Record<string, Order>, agreement: boolean}} Chosen */

/** The general whom the reader stands in for. */
export const ASKED = 2;

/**
 * The runs of the chain that look alike to him: the one that is open, and its neighbour if he cannot tell them apart.
 * @param {Run[]} chain from “all arrive” to “none arrives” @param {number} lost of the open run
 * @returns {Run[]}
 */
export function alikeTo(chain, lost) {
  const at = chain.findIndex((run) => run.lost === lost);
  if (at < 0) return [];
  if (chain[at].alike === ASKED && chain[at + 1]) return [chain[at], chain[at + 1]];
  if (chain[at - 1]?.alike === ASKED) return [chain[at - 1], chain[at]];
  return [chain[at]];
}

/** The same with the reader's choice in his place. @param {Run[]} runs @param {Order} order @returns {Chosen[]} */
export const chosenIn = (runs, order) =>
  runs.map((run) => {
    /** @type {Record<string, Order>} */
    const decisions = { ...run.decisions, [ASKED]: order };
    return { run, decisions, agreement: decisions['1'] === order };
  });

/** Who has come to him: of so many messengers that have arrived, every other one. @param {number} arrived */
export const receivedBy = (arrived) => Math.ceil(arrived / 2);
