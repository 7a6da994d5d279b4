// The map in the room it has: sized for fingers and for a hall, planned anew only when room, army or hall are others.

import { layout } from '../scene/layout.js';
import { createPace } from './ride-progress.js';

/** @typedef {import('../scene/types.js').Layout} Layout */
/** @typedef {{width: number, height: number}} Size */

/** Below this width the stage is a phone's. */
const COMPACT_BELOW = 600;
/** In a hall names are so much larger than the camps they name. */
const HALL_NAMES = 1.25;

/**
 * `room`: of the stage in CSS px, and device px for each. `size`: the same in px of the map, which is `grown` times larger in a hall.
 * @typedef {object} MapPlan
 * @property {Size & {ratio: number}} room
 * @property {Size} size
 * @property {number} grown
 * @property {Layout | null} layout
 * @property {ReturnType<typeof createPace>} pace
 * @property {(n: number, asked: {hall: number | null, coarse: boolean, own?: typeof layout}) => void} fit `hall`: how many times larger, if in a hall; `own`: the task's
 */

/** @returns {MapPlan} */
export function createMapPlan() {
  let planned = '';
  /** @type {typeof layout} */
  let by = layout;
  /** @type {MapPlan} */
  const plan = {
    room: { width: 0, height: 0, ratio: 1 },
    size: { width: 0, height: 0 },
    grown: 1,
    layout: null,
    pace: (now) => now,
    fit(n, { hall, coarse, own = layout }) {
      const { width, height } = plan.room;
      if (width === 0) return;
      const grown = hall ?? 1;
      const compact = width < COMPACT_BELOW;
      const touch = compact || coarse;
      const asked = `${width} ${height} ${n} ${hall} ${grown} ${touch}`;
      if (asked === planned && own === by) return;
      planned = asked;
      by = own;
      plan.grown = grown;
      plan.size = { width: width / grown, height: height / grown };
      plan.layout = own({ ...plan.size, n, compact, touch, names: hall ? HALL_NAMES : 1 });
      plan.pace = createPace(plan.layout);
    },
  };
  return plan;
}
