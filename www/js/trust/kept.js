// The messages that stay on the map of an order at its end: those by which the chosen party decided.

import { groundsOf, placeOf, ruleOf } from './rules.js';

/** @param {import('../scene/world.js').Seen} s @param {number} party @returns {number[]} */
export function kept({ session, scenario, verdict, length }, party) {
  if (!session || verdict?.decisions[party] === undefined) return [];
  const grounds = groundsOf(ruleOf(scenario), party);
  return Array.from({ length: length - 1 }, (_, i) => i + 1).filter((step) => {
    const event = session.event(step);
    return event.kind === 'message' && event.to === party && grounds.includes(placeOf(event));
  });
}
