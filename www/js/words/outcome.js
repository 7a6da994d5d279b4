// How the conditions of a verdict came out, in the words that a catalogue has for that.

import { isComparing } from '../state/comparing.js';
import { povOf } from '../state/pov.js';

/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('../state/types.js').Verdict} Verdict */
/** @typedef {import('#generals').Condition} Condition */

/** What is asked of a run, as its protocol says. @param {import('../state/spec.js').Open} s @returns {readonly Condition[]} */
export const conditionsOf = ({ spec }) => spec?.conditions ?? [];

/**
 * Nothing is known of an end that a run was stopped before; all else of which nothing is said is not asked for.
 * @param {Verdict} verdict @param {Condition} condition @returns {'holds' | 'broken' | 'free' | 'open'}
 */
export function outcome(verdict, condition) {
  const holds = verdict[condition]?.holds ?? null;
  if (holds === null) return condition === 'termination' ? 'open' : 'free';
  return holds ? 'holds' : 'broken';
}

/**
 * How all conditions came out, for the place of the last sentence; nothing before it, in fog, and where two runs are compared.
 * @param {State} s @returns {{condition: Condition, task: string | undefined, state: ReturnType<typeof outcome>}[]}
 */
export function outcomes(s) {
  const { verdict, spec, cursor, length } = s;
  if (!verdict || povOf(s) !== null || cursor < length || isComparing(s)) return [];
  return conditionsOf(s).map((condition) => ({ condition, task: spec?.task, state: outcome(verdict, condition) }));
}
