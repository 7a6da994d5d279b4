// The messages of the traitors in step order: what there is to lie about. Pure.

import { roundStart } from '../state/motion.js';
import { LISTED, RIDE_BYTES, ridesOf } from '../state/session-cache.js';

/** @typedef {Pick<import('../state/types.js').State, 'session' | 'scenario' | 'perRound'>} Run */

/** The rides of traitors in a round, as steps. @param {import('../state/types.js').Session} session @param {number} round @param {number} first @param {number[]} traitors */
function stepsOf(session, round, first, traitors) {
  const bytes = ridesOf(session, round);
  const steps = [];
  for (let i = 0; i < bytes.length; i += RIDE_BYTES) if (traitors.includes(bytes[i])) steps.push(first + i / RIDE_BYTES);
  return steps;
}

/**
 * Their steps, the first ones, and how many more there are; null: not counted, there are too many.
 * @param {Run} run @param {number} most @returns {{steps: number[], more: number | null}}
 */
export function traitorMessages({ session, scenario, perRound }, most) {
  /** @type {number[]} */
  const steps = [];
  if (!session || !scenario || scenario.traitors.length === 0) return { steps, more: 0 };
  const isCounted = session.length <= LISTED;
  for (let round = 1; round <= perRound.length && (isCounted || steps.length < most); round++)
    for (const step of stepsOf(session, round, roundStart(perRound, round) + 1, scenario.traitors)) steps.push(step);
  return { steps: steps.slice(0, most), more: isCounted ? Math.max(0, steps.length - most) : null };
}
