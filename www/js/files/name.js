// What a file is called: the run in a few letters that every system takes. In fog a name tells no traitor.

import { povOf } from '../state/pov.js';

/** @typedef {import('../state/types.js').State} State */

/** More traitors than these are counted. */
const NAMED = 6;

/** @param {number[]} traitors */
const traitorsIn = (traitors) => (traitors.length === 0 ? 'loyal' : traitors.length > NAMED ? `${traitors.length}t` : `t${traitors.join('.')}`);

/**
 * `generals-om-n4-m1-t3.png`, `generals-om-n4-m1-t3-step5.png`; of another figure than the map its name stands in it.
 * @param {Pick<State, 'scenario' | 'place' | 'cursor' | 'spec'>} s @param {string} ending @param {{figure?: string, isStep?: boolean}} [what] `isStep`: it is of this step, not of the run
 */
export function fileName(s, ending, { figure = 'map', isStep = false } = {}) {
  const { scenario } = s;
  const viewer = povOf(s);
  const parts = ['generals'];
  if (scenario) {
    const { protocol, n, m, traitors } = scenario;
    parts.push(protocol, `n${n}`, `m${m}`);
    if (viewer !== null) parts.push(`eyes${viewer}`);
    else if (s.spec?.hasTraitors !== false) parts.push(traitorsIn(traitors));
  }
  if (figure !== 'map') parts.push(figure);
  if (isStep && s.cursor > 0) parts.push(`step${s.cursor}`);
  return `${parts.join('-')}.${ending}`;
}
