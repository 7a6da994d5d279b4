// What stands beside an order: the same order by another rule, so that what the rule does is seen. In fog no other world is looked for.

import { povOf } from '../state/pov.js';
import { isSigning, ruleOf } from './rules.js';

/** @param {import('../state/types.js').State} s @returns {import('../compare/beside.js').Beside} */
export function beside(s) {
  const found = { same: false, tried: 0, f: 0 };
  if (!s.session || povOf(s) !== null) return { kind: 'not-for-this', session: null, ...found };
  return { kind: 'neighbour', session: s.session.fork({ by: isSigning(ruleOf(s.scenario)) ? 'service' : 'signed' }), ...found };
}
