// Time into places: the linear time of a round becomes each messenger's part of his road. A round is planned once.

import { ridePlan } from '../scene/ride.js';

/** @typedef {import('../state/types.js').World} World */
/** @typedef {import('../scene/types.js').Layout} Layout */

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
    const kept = now.rides.filter((ride) => ride.kept);
    const rides = now.rides.filter((ride) => !ride.kept);
    const time = rides[0]?.progress;
    // A crowd keeps the linear time: the engine makes the same of it.
    if (time === undefined) return now;
    if (of !== planned) {
      plan = ridePlan(layout, rides);
      planned = of;
    }
    const progress = plan(time);
    return { ...now, rides: [...kept, ...rides.map((r, i) => ({ ...r, progress: progress[i] }))] };
  };
}
