// What one cheat can do under a rule: of each broken cell of the engine's table the run that shows it, and which harm that is.

import { judge, open } from '../state/engine.js';
import { isSigning, placeOf, ruleOf } from './rules.js';

/** @typedef {import('#generals').TrustRow} TrustRow */
/** @typedef {{link: string, harm: string}} Broken */

/** Of what is broken the worst first: somebody is charged, something is shipped, they disagree. */
const WORST_FIRST = /** @type {const} */ (['consent', 'delivery', 'agreement']);

/**
 * Which harm a run does, as a key: a condition, or of a disagreement who says paid and who says unpaid.
 * @param {string} link @param {typeof WORST_FIRST[number]} condition
 */
export function harmOf(link, condition) {
  if (condition !== 'agreement') return condition;
  const { decisions, agreement } = judge(link);
  const who = (/** @type {string} */ order) => agreement.witnesses.find((id) => decisions[id] === order);
  return `split-${who('A')}-${who('R')}`;
}

/** The run that a cell opens; null where the rule holds. @param {TrustRow} row @returns {Broken | null} */
export function brokenIn(row) {
  const worst = WORST_FIRST.find((condition) => row[condition] !== 'holds');
  return worst ? { link: row[worst], harm: harmOf(row[worst], worst) } : null;
}

/** How many of the rule's cells are broken. @param {readonly TrustRow[]} rows @param {string} by */
export const brokenCount = (rows, by) => rows.filter((row) => row.by === by && brokenIn(row) !== null).length;

/** Whether a party ends with two receipts of the payment service that contradict each other and that it accepted: proof against it. @param {string} link */
export function isConvicted(link) {
  const session = open(link);
  session.seek(session.length);
  // What is not signed is anybody's word against another's.
  const isProof = isSigning(ruleOf(session.scenario())) && [1, 2].some((party) => {
    const told = session.view(party).received.filter(({ path, refused }) => path[0] === 3 && !refused && placeOf({ path, to: party }) !== undefined);
    return new Set(told.map(({ said }) => said).filter((said) => said !== null)).size > 1;
  });
  session.free();
  return isProof;
}
