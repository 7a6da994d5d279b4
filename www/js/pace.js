// How far along its road each messenger is: all of a round leave together and longer roads take longer.
// Those that would ride into each other are held back a little.

import { easeInOut } from './scene/ease.js';
import { road } from './scene/roads.js';
import { RIDE_BYTES } from './tally.js';

/** @typedef {import('./types.js').World} World */
/** @typedef {import('./types.js').Ride} Ride */
/** @typedef {import('./scene/types.js').Layout} Layout */

/** A messenger stops this far before the end of his road: at the camp's edge, not on its name. */
const GAP_PX = 34;
/** Scrolls closer than this cover each other. */
const APART_PX = 34;
/** Who would meet another leaves later by one or more of these parts of the round. */
const DELAY = 0.06;
const DELAYS = 5;
const PASSES = 3;
/** With more messengers than this they cover each other anyway. */
const HELD_APART = 30;
/** How often a ride is looked at while delays are sought, and how near the camps nobody minds. */
const LOOKS = 60;
const NEAR_CAMP = 0.12;

/** Where on a road of this length the camp's edge is. @param {number} length */
const edge = (length) => Math.max(0.5, 1 - GAP_PX / Math.max(1, length));

/**
 * The part of the road behind a messenger.
 * @param {number} progress of the round, linear in time
 * @param {number} length of this road
 * @param {number} longest of the round
 * @param {number} [delay] part of the round
 */
export function along(progress, length, longest, delay = 0) {
  const own = Math.max(0, (progress - delay) / (1 - delay));
  return easeInOut(Math.min(1, own * Math.sqrt(longest / Math.max(1, length)))) * edge(length);
}

/**
 * How much later each ride sets out, so that as few as possible cover each other on the open road.
 * @param {Layout} layout @param {Ride[]} rides @param {number} longest
 */
export function delaysOf(layout, rides, longest) {
  const tracks = rides.map(({ from, to }) => {
    const way = road(layout, from, to);
    return Array.from({ length: DELAYS }, (_, i) =>
      Array.from({ length: LOOKS }, (__, k) => {
        const t = along((k + 0.5) / LOOKS, way.length, longest, i * DELAY);
        return { ...way.at(t), near: t < NEAR_CAMP || t > edge(way.length) - NEAR_CAMP };
      }),
    );
  });
  const chosen = rides.map(() => 0);
  for (let pass = 0; pass < PASSES; pass++) {
    tracks.forEach((options, i) => {
      const costs = options.map((track) =>
        chosen.reduce((sum, other, j) => (j === i ? sum : sum + covered(track, tracks[j][other])), 0),
      );
      chosen[i] = costs.indexOf(Math.min(...costs));
    });
  }
  return chosen.map((i) => i * DELAY);
}

/** @typedef {{x: number, y: number, near: boolean}[]} Track */

/** How much two rides cover each other, over their whole time. @param {Track} a @param {Track} b */
function covered(a, b) {
  return a.reduce((sum, at, k) => {
    const lack = at.near && b[k].near ? 0 : APART_PX - Math.hypot(at.x - b[k].x, at.y - b[k].y);
    return lack > 0 ? sum + lack * lack : sum;
  }, 0);
}

/** The pace on one stage; it remembers roads and delays. @param {Layout} layout */
export function createPace(layout) {
  /** @type {Map<number, number>} */
  const lengths = new Map();
  const side = layout.n + 1;
  let known = { of: '', delays: /** @type {number[]} */ ([]) };

  /** @param {number} from @param {number} to */
  function length(from, to) {
    const key = from * side + to;
    const one = lengths.get(key) ?? road(layout, from, to).length;
    lengths.set(key, one);
    return one;
  }

  /** @param {Ride[]} rides @returns {Ride[]} */
  function few(rides) {
    const longest = rides.reduce((most, { from, to }) => Math.max(most, length(from, to)), 1);
    const of = rides.map(({ from, to }) => `${from}.${to}`).join(' ');
    if (of !== known.of)
      known = { of, delays: rides.length > 1 && rides.length <= HELD_APART ? delaysOf(layout, rides, longest) : [] };
    return rides.map((r, i) => ({ ...r, progress: along(r.progress, length(r.from, r.to), longest, known.delays[i]) }));
  }

  /** @param {NonNullable<World['crowd']>} crowd @returns {World['crowd']} */
  function many(crowd) {
    const roads = new Float32Array(side * side);
    for (let from = 1; from < side; from++)
      for (let to = 2; to < side; to++) if (from !== to) roads[from * side + to] = length(from, to);
    const longest = roads.reduce((most, one) => Math.max(most, one), 1);
    const linear = crowd.progress[0] ?? 0;
    const at = roads.map((one) => along(linear, one, longest));
    const progress = new Float32Array(crowd.progress.length);
    for (let i = 0; i < progress.length; i++)
      progress[i] = at[crowd.rides[i * RIDE_BYTES] * side + crowd.rides[i * RIDE_BYTES + 1]];
    return { ...crowd, progress };
  }

  /** @param {World} now @returns {World} */
  return (now) => (now.crowd ? { ...now, crowd: many(now.crowd) } : { ...now, rides: few(now.rides) });
}
