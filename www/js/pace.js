// Time into places: the linear time of a round becomes each messenger's part of his road. A round is planned once.

import { ridePlan } from './scene/ride.js';

/** @typedef {import('./types.js').World} World */
/** @typedef {import('./scene/types.js').Layout} Layout */

/** The pace on one stage. @param {Layout} layout */
export function createPace(layout) {
  let planned = '';
  /** @type {(t: number) => Float32Array} */
  let plan = () => new Float32Array();

  /**
   * @param {World} now with linear time as every messenger's progress
   * @param {string} of which messengers: while it is the same, the plan is
   * @returns {World}
   */
  return (now, of) => {
    const { crowd, rides } = now;
    const time = crowd ? crowd.progress[0] : rides[0]?.progress;
    if (time === undefined) return now;
    if (of !== planned) {
      plan = ridePlan(layout, crowd ? crowd.rides : rides);
      planned = of;
    }
    const progress = plan(time);
    return crowd
      ? { ...now, crowd: { ...crowd, progress } }
      : { ...now, rides: rides.map((r, i) => ({ ...r, progress: progress[i] })) };
  };
}
