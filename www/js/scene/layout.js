// Where the camps, the city and the names stand on a stage of any size.
import { arrange, MOST_NAMES, NAMED } from './arrange.js';
import { placeLabels } from './labels.js';

export { DOTS_FROM, FINGER } from './arrange.js';

/** Where there is no room for a frame, so few have names, on a stage so wide, with camps so large. */
const SMALL = { names: 8, width: 480, camp: 0.5 };

/** @param {import('./arrange.js').Stage} stage @returns {import('./types.js').Layout} */
export function layout(stage) {
  const plan = arrange(stage);
  if (!plan.frame) {
    if (stage.n <= SMALL.names && stage.width >= SMALL.width && (plan.camps[0]?.k ?? 0) >= SMALL.camp) placeLabels(plan);
    return plan;
  }
  if (stage.n <= MOST_NAMES && (plan.camps[0]?.k ?? 0) >= NAMED && placeLabels(plan)) return plan;
  // Without names the ring may come nearer to the frame.
  return arrange(stage, false);
}
