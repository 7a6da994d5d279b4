// The scenario as far as whoever looks can know it: in fog what is hidden is the same everywhere, hidden fields included. Pure.

import { povOf, givenOrder } from '../state/pov.js';

/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('../state/types.js').Scenario} Scenario */

/** What stands in place of what is not known. @type {Scenario} */
const NONE = { protocol: 'om', n: 4, m: 1, order: 'A', traitors: [], strategy: 'flip', seed: '1', lies: [] };

/** @param {State} s @returns {Scenario} */
export function knownScenario(s) {
  if (!s.scenario || povOf(s) === null) return s.scenario ?? NONE;
  const { n, m, protocol } = s.scenario;
  return { ...NONE, n, m, protocol, order: givenOrder(s) ?? NONE.order };
}

/** Loyal generals whose keys are stolen, as far as that is known. @param {State} s */
export const knownStolen = (s) => (povOf(s) === null ? s.stolen : []);
