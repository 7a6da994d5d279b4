// A nearer look at the map: which part of it is in the window, whether it helps to come nearer, and moving to a camp.

import { FINGER } from '../scene/layout.js';
import { frameOf } from '../state/zoom.js';

/** With more generals than this the map is small enough to offer a nearer look. */
const MANY = 12;

/**
 * @param {import('../state/store.js').Store} store @param {import('./map-plan.js').MapPlan} plan
 * @param {MediaQueryList} coarse whether the reader points with fingers
 */
export function createNearerLook(store, plan, coarse) {
  const isEnlarged = () => store.state.zoom.z > 1;
  /** Are camps too small for the reader's fingers, or only dots? Then the map can be enlarged. */
  function near() {
    if (!plan.layout) return false;
    const { dots, camps } = plan.layout;
    return dots || (coarse.matches && Math.min(...camps.map(({ hit }) => hit)) < FINGER - 0.5);
  }
  /** Moves an enlarged map until a camp is seen. @param {number} id */
  function lookAt(id) {
    const camp = plan.layout?.camps[id - 1];
    if (camp) store.apply({ type: 'look-at', at: { x: camp.x / plan.size.width, y: camp.y / plan.size.height } });
  }
  return {
    /** Where the map lies behind the window of the stage. */
    frame: () => frameOf(store.state.zoom, plan.size.width, plan.size.height),
    isEnlarged,
    near,
    /** Does it help to enlarge the map? */
    close: () => near() || isEnlarged() || (plan.layout?.n ?? 0) > MANY,
    lookAt,
    /** Nearer to the chosen camp, or farther; null: the whole map. @param {number | null} by */
    nearer(by) {
      store.apply(by === null ? { type: 'zoom-out' } : { type: 'zoom', by });
      if (by !== null && by > 1) lookAt(store.state.chosen ?? 0);
    },
  };
}
