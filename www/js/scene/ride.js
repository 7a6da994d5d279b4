// When each messenger of a round is where: all leave together, long roads take longer, nobody runs into another at a crossing.
import { easeInOut } from './ease.js';
import { TABLE_STEPS, road } from './roads.js';

/** @typedef {import('./types.js').Layout} Layout */
/** @typedef {import('./roads.js').Road} Road */

/** Two scrolls nearer than this are too near, in px where the layout's unit is 1. */
export const TOO_NEAR = 30;
/** By how much of the longest ride the later of two is then held back. */
const HOLD = 0.06;
/** More messengers than this are not kept apart: they are drawn too small to hide each other. */
const KEPT_APART = 60;
/** Messengers of one sender or to one recipient may be close within this distance of his camp. */
const AT_CAMP = 80;
const MOMENTS = 80;
const PASSES = 4;
/** So often the later of a pair is held back at a time. */
const HOLDS = 5;

/**
 * The plan of one round. The answer takes the time of the round, 0…1, and gives every messenger's progress along his road.
 * At 0 nobody has left, at 1 all have arrived.
 * @param {Layout} layout
 * @param {ReadonlyArray<{from: number, to: number, said?: string|null}>} rides those of a crowd the engine moves by the same plan
 * @returns {(t: number) => Float32Array}
 */
export function ridePlan(layout, rides) {
  const roads = rides.map(({ from, to }) => road(layout, from, to));
  const count = roads.length;
  const start = new Float64Array(count);
  const takes = new Float64Array(count);
  let longest = 0;
  for (const r of roads) longest = Math.max(longest, r.length);
  for (let i = 0; i < count; i += 1) takes[i] = Math.sqrt(/** @type {Road} */ (roads[i]).length / (longest || 1));
  queue(roads, start);
  if (count <= KEPT_APART) keepApart(layout, rides, roads, start, takes);

  let end = 0;
  for (let i = 0; i < count; i += 1) end = Math.max(end, at(start, i) + at(takes, i));
  return (t) => {
    const progress = new Float32Array(count);
    const now = t >= 1 ? Infinity : t * end;
    for (let i = 0; i < count; i += 1) progress[i] = easeInOut((now - at(start, i)) / at(takes, i));
    return progress;
  };
}

/** Several messengers on one road ride in file. @param {Road[]} roads @param {Float64Array} start */
function queue(roads, start) {
  /** @type {Map<Road, number[]>} */
  const files = new Map();
  roads.forEach((r, i) => {
    const file = files.get(r);
    if (file) file.push(i);
    else files.set(r, [i]);
  });
  for (const [r, file] of files) {
    // As much room as a scroll needs, as long as the last still leaves before the first third is over.
    const gap = Math.min((1.6 * TOO_NEAR) / Math.max(r.length, 1), 0.36 / file.length);
    file.forEach((ride, place) => {
      start[ride] = place * gap;
    });
  }
}

/**
 * Holds back the later of two that come too near on the open road.
 * @param {Layout} layout
 * @param {ReadonlyArray<{from: number, to: number, said?: string|null}>} rides
 * @param {Road[]} roads @param {Float64Array} start @param {Float64Array} takes
 */
function keepApart(layout, rides, roads, start, takes) {
  // Where nobody rides nobody is in the way.
  const silent = (/** @type {number} */ i) => rides[i]?.said === null;
  for (let pass = 0; pass < PASSES; pass += 1) {
    let calm = true;
    for (let i = 0; i < roads.length; i += 1) {
      for (let j = 0; j < i; j += 1) {
        const a = /** @type {Road} */ (roads[i]);
        const b = /** @type {Road} */ (roads[j]);
        if (a === b || silent(i) || silent(j) || !meet(layout, a, b, i, j, start, takes)) continue;
        const later = at(start, i) + at(takes, i) >= at(start, j) + at(takes, j) ? i : j;
        for (let hold = 0; hold < HOLDS && meet(layout, a, b, i, j, start, takes); hold += 1) start[later] = at(start, later) + HOLD;
        calm = false;
      }
    }
    if (calm) return;
  }
}

/**
 * Do two messengers come too near while both are on the open road?
 * @param {Layout} layout @param {Road} a @param {Road} b @param {number} i @param {number} j
 * @param {Float64Array} start @param {Float64Array} takes
 */
function meet(layout, a, b, i, j, start, takes) {
  const begin = Math.max(at(start, i), at(start, j));
  const end = Math.min(at(start, i) + at(takes, i), at(start, j) + at(takes, j));
  for (let m = 1; m < MOMENTS; m += 1) {
    const now = begin + ((end - begin) * m) / MOMENTS;
    const p = tablePoint(a, easeInOut((now - at(start, i)) / at(takes, i)));
    const q = tablePoint(b, easeInOut((now - at(start, j)) / at(takes, j)));
    if (Math.hypot(p.x - q.x, p.y - q.y) < TOO_NEAR * layout.unit && !sharing(layout, a, b, p)) return true;
  }
  return false;
}

/**
 * Near a camp that both leave or both make for, messengers are close by nature.
 * @param {Layout} layout @param {Road} a @param {Road} b @param {{x: number, y: number}} p
 */
function sharing(layout, a, b, p) {
  for (const id of [a.from, a.to]) {
    const camp = layout.camps[id - 1];
    if (camp && (id === b.from || id === b.to) && Math.hypot(p.x - camp.x, p.y - camp.y) < AT_CAMP * camp.k) return true;
  }
  return false;
}

/**
 * A place on a road from its table: a little coarser than `road.at`, and much faster.
 * @param {Road} r @param {number} progress
 */
export function tablePoint(r, progress) {
  const s = Math.max(0, Math.min(1, progress)) * TABLE_STEPS;
  const i = Math.min(Math.floor(s), TABLE_STEPS - 1);
  const f = s - i;
  const x = at(r.table, 2 * i);
  const y = at(r.table, 2 * i + 1);
  return { x: x + (at(r.table, 2 * i + 2) - x) * f, y: y + (at(r.table, 2 * i + 3) - y) * f };
}

/** @param {ArrayLike<number>} list @param {number} i */
function at(list, i) {
  return /** @type {number} */ (list[i]);
}
