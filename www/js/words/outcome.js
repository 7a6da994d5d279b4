// How the conditions of a verdict came out, in the words that a catalogue has for that.

import { isComparing } from '../state/comparing.js';
import { povOf } from '../state/pov.js';

/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('../state/types.js').Verdict} Verdict */
/** @typedef {'agreement' | 'validity'} Condition */

/** @type {readonly Condition[]} */
export const CONDITIONS = ['agreement', 'validity'];

/** @param {Verdict} verdict @param {Condition} condition @returns {'holds' | 'broken' | 'free'} */
export function outcome(verdict, condition) {
  const { holds } = verdict[condition];
  return holds === null ? 'free' : holds ? 'holds' : 'broken';
}

/**
 * How both conditions came out, for the place of the last sentence; nothing before it, in fog, and where two runs are compared.
 * @param {State} s @returns {{condition: Condition, task: string | undefined, state: 'holds' | 'broken' | 'free'}[]}
 */
export function outcomes(s) {
  const { verdict, spec, cursor, length } = s;
  if (!verdict || povOf(s) !== null || cursor < length || isComparing(s)) return [];
  return CONDITIONS.map((condition) => ({ condition, task: spec?.task, state: outcome(verdict, condition) }));
}
