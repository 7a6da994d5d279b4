// Where the camps, the city and the names stand on a stage of any size.
import { arrange, MOST_NAMES, NAMED } from './arrange.js';
import { placeLabels } from './labels.js';

export { DOTS_FROM, FINGER } from './arrange.js';

/** @param {import('./arrange.js').Stage} stage @returns {import('./types.js').Layout} */
export function layout(stage) {
  const plan = arrange(stage);
  if (!plan.frame) return plan;
  if (stage.n <= MOST_NAMES && (plan.camps[0]?.k ?? 0) >= NAMED && placeLabels(plan)) return plan;
  // Without names the ring may come nearer to the frame.
  return arrange(stage, false);
}
