// The roads between camps: quadratic curves that leave the city and other camps aside, ridden by arc length.
import { cut, pointAt, reversed } from './curve.js';

/** @typedef {import('./types.js').Layout} Layout */
/** @typedef {import('./types.js').Camp} Camp */
/** @typedef {import('./types.js').Point} Point */
/** @typedef {import('./curve.js').Curve} Curve */

/**
 * @typedef {object} Road
 * @property {number} from
 * @property {number} to
 * @property {number} length between the trimmed ends, in CSS px
 * @property {(t: number) => Point} at the place after the part `t` of the length
 * @property {(t: number) => number} heading the direction there, in degrees, 0 = right
 * @property {(t0: number, t1: number) => Curve} part the stretch between two parts of the length
 * @property {Point} normal of length 1, to the left of travel as seen on the stage
 * @property {Float32Array} table x, y by turns at equal steps of length: fast look-up for crowds
 */

/** Steps of `Road.table`. */
export const TABLE_STEPS = 32;
/** How far roads bend, in parts of the distance. */
const BEND = 0.17;
const LEAST_BEND = 0.05;
/** Where a road begins and ends, from the middle of a camp of scale 1. */
const TRIM = 46;
/** What roads keep out of, relative to the city's middle at scale 1: walls, moat and the name below. */
export const CITY_KEEP = { dy: 8, rx: 100, ry: 74 };
/** What roads keep away from other camps' middles, at scale 1. */
const SHIELD_KEEP = 29;
/** Beyond this many generals only the city is avoided: nobody can follow single roads any more. */
const CROWDED = 16;
const SAMPLES = 24;
/** Bends that are tried where the design's own is not free. */
const CHOICES = 60;
/** So many free ones are enough to choose from. */
const ENOUGH = 12;
/** A bend that lies so deep in something is out of the question, however deep exactly. */
const FAR_IN = -12;
/** The two bends of a pair add up to this many px, or on short roads to this part of the distance. */
const APART = 40;
const LEAST_APART = 0.1;

/** What the ends of a road, and the scrolls there, keep away from a name that hangs below a camp, at scale 1. */
const NAME_KEEP = { half: 72, top: 22, bottom: 70 };
/** The same for the order token under the shield of a camp without a name. */
const TOKEN_KEEP = { half: 34, top: 18, bottom: 66 };

/** A map of its own may have roads of its own. @type {WeakMap<Layout, Map<number, Road>>} */
export const built = new WeakMap();
/** Bends depend on where the camps stand and not on their names. @type {WeakMap<Camp[], Map<number, number>>} */
const bends = new WeakMap();

/**
 * The road from one general's camp to another's.
 * @param {Layout} layout @param {number} from @param {number} to @returns {Road}
 */
export function road(layout, from, to) {
  let roads = built.get(layout);
  if (!roads) built.set(layout, (roads = new Map()));
  const key = from * 256 + to;
  let found = roads.get(key);
  if (!found) roads.set(key, (found = build(layout, from, to)));
  return found;
}

/** @type {WeakMap<Layout, Float32Array>} */
const numbered = new WeakMap();

/**
 * All roads as the engine takes them, sender by sender: length, normal and table; zeros where nobody rides.
 * @param {Layout} layout
 */
export function roadNumbers(layout) {
  let numbers = numbered.get(layout);
  if (numbers) return numbers;
  const { n } = layout;
  const each = 3 + 2 * (TABLE_STEPS + 1);
  numbers = new Float32Array(n * n * each);
  for (let from = 1; from <= n; from += 1) {
    for (let to = 1; to <= n; to += 1) {
      if (from === to) continue;
      const { length, normal, table } = road(layout, from, to);
      numbers.set([length, normal.x, normal.y, ...table], ((from - 1) * n + to - 1) * each);
    }
  }
  numbered.set(layout, numbers);
  return numbers;
}

/** @param {Layout} layout @param {number} from @param {number} to @returns {Road} */
function build(layout, from, to) {
  const p = layout.camps[from - 1];
  const q = layout.camps[to - 1];
  if (!p || !q || from === to) throw new RangeError(`no road from ${from} to ${to}`);
  const dx = q.x - p.x;
  const dy = q.y - p.y;
  const d = Math.hypot(dx, dy);
  const u = { x: dy / d, y: -dx / d };
  const bend = bendOf(layout, p, q);
  /** @type {Curve} */
  const whole = {
    x0: p.x,
    y0: p.y,
    cx: (p.x + q.x) / 2 + bend * u.x,
    cy: (p.y + q.y) / 2 + bend * u.y,
    x1: q.x,
    y1: q.y,
  };
  // Neighbours on a full ring stand so close that the whole trim would leave no road.
  const trim = layout.dots ? Math.min(12, d * 0.28) : Math.min(TRIM * p.k, d * 0.28);
  const start = leaving(whole, p, trim);
  const end = 1 - leaving(reversed(whole), q, trim);
  const params = byLength(whole, start, end);
  const param = (/** @type {number} */ t) => {
    const s = Math.max(0, Math.min(1, t)) * params.steps;
    const i = Math.min(Math.floor(s), params.steps - 1);
    const a = /** @type {number} */ (params.at[i]);
    return a + (/** @type {number} */ (params.at[i + 1]) - a) * (s - i);
  };
  const table = new Float32Array((TABLE_STEPS + 1) * 2);
  for (let i = 0; i <= TABLE_STEPS; i += 1) {
    const at = pointAt(whole, param(i / TABLE_STEPS));
    table[2 * i] = at.x;
    table[2 * i + 1] = at.y;
  }
  return {
    from,
    to,
    length: params.length,
    at: (t) => pointAt(whole, param(t)),
    heading: (t) => {
      const s = param(t);
      const x = (1 - s) * (whole.cx - whole.x0) + s * (whole.x1 - whole.cx);
      const y = (1 - s) * (whole.cy - whole.y0) + s * (whole.y1 - whole.cy);
      return (Math.atan2(y, x) * 180) / Math.PI;
    },
    part: (t0, t1) => cut(whole, param(t0), param(t1)),
    normal: u,
    table,
  };
}

/** @param {Layout} layout @param {Camp} p @param {Camp} q @returns {number} */
function bendOf(layout, p, q) {
  let known = bends.get(layout.camps);
  if (!known) bends.set(layout.camps, (known = new Map()));
  const key = p.id * 256 + q.id;
  if (!known.has(key)) {
    const [there, back] = p.id < q.id ? bestBends(layout, p, q) : bestBends(layout, q, p);
    known.set(Math.min(p.id, q.id) * 256 + Math.max(p.id, q.id), there);
    known.set(Math.max(p.id, q.id) * 256 + Math.min(p.id, q.id), back);
  }
  return known.get(key) ?? 0;
}

/**
 * The bends of the roads there and back: the design's own where they are free, else the nearest pair that is free and apart.
 * @param {Layout} layout @param {Camp} p @param {Camp} q @returns {[number, number]}
 */
function bestBends(layout, p, q) {
  const d = Math.hypot(q.x - p.x, q.y - p.y);
  const u = { x: (q.y - p.y) / d, y: (p.x - q.x) / d };
  const v = { x: -u.x, y: -u.y };
  const others = layout.n > CROWDED ? [] : layout.camps.filter((c) => c.id !== p.id && c.id !== q.id);
  const apart = Math.min(APART, LEAST_APART * d);
  // Where the design's own two bends are free and apart, nothing else is tried.
  for (const count of [1, CHOICES]) {
    const there = choices(layout, others, p, q, u, d, count);
    const back = choices(layout, others, q, p, v, d, count);
    const pair = cheapest(there, back, apart);
    if (pair && (count > 1 || pair.cost === 0)) return [pair.there, pair.back];
  }
  return [LEAST_BEND * d, LEAST_BEND * d];
}

/** @typedef {{bend: number, cost: number}} Choice */

/**
 * The cheapest pair of bends that lie apart. Choices come by rising cost, so the first way back that is apart is the cheapest.
 * @param {Choice[]} there @param {Choice[]} back @param {number} apart
 */
function cheapest(there, back, apart) {
  /** @type {{there: number, back: number, cost: number}|null} */
  let best = null;
  for (const a of there) {
    if (best && a.cost >= best.cost) break;
    const b = back.find((other) => a.bend + other.bend >= apart);
    if (b && (!best || a.cost + b.cost < best.cost)) best = { there: a.bend, back: b.bend, cost: a.cost + b.cost };
  }
  return best;
}

/**
 * Bends by what they cost: how far they are from the design's, and very much where they touch something.
 * @param {Layout} layout @param {Camp[]} others @param {Camp} p @param {Camp} q @param {Point} u @param {number} d @param {number} count
 * @returns {Choice[]}
 */
function choices(layout, others, p, q, u, d, count) {
  const wanted = designBend(layout, p, q, u, d);
  const step = Math.max(0.04 * d, 6);
  const found = [];
  let free = 0;
  for (let i = 0; i < count && free < ENOUGH; i += 1) {
    const bend = wanted + (i % 2 ? 1 : -1) * Math.ceil(i / 2) * step;
    const room = roomOf(layout, others, p, q, u, bend);
    if (room >= 0) free += 1;
    found.push({ bend, cost: Math.abs(bend - wanted) + (room >= 0 ? 0 : 1e4 - 100 * room) });
  }
  return found.sort((a, b) => a.cost - b.cost);
}

/**
 * The bend as the design has it: to the left of travel, round the city or short of it.
 * @param {Layout} layout @param {Camp} p @param {Camp} q @param {Point} u @param {number} d
 */
function designBend({ centre, clear }, p, q, u, d) {
  const plain = BEND * d;
  const s = ((p.x + q.x) / 2 - centre.x) * u.x + ((p.y + q.y) / 2 - centre.y) * u.y;
  if (Math.abs(s + plain / 2) >= clear) return plain;
  if (s < -0.35 * clear) return Math.max(2 * (-clear - s), LEAST_BEND * d);
  return 2 * (clear - s);
}

/**
 * The least distance that a bend leaves to what it must not touch, in px; negative where it touches.
 * @param {Layout} layout @param {Camp[]} others @param {Camp} p @param {Camp} q @param {Point} u @param {number} bend
 */
function roomOf(layout, others, p, q, u, bend) {
  const cx = (p.x + q.x) / 2 + bend * u.x;
  const cy = (p.y + q.y) / 2 + bend * u.y;
  const { city, width, height } = layout;
  // In a strip nothing but a messenger's height lies between a road and the edge.
  const edge = layout.frame || width > 4 * height ? 20 : 10;
  let least = Infinity;
  for (let i = 1; i < SAMPLES; i += 1) {
    const t = i / SAMPLES;
    const r = 1 - t;
    const x = r * r * p.x + 2 * t * r * cx + t * t * q.x;
    const y = r * r * p.y + 2 * t * r * cy + t * t * q.y;
    const far = distance((x - city.x) / CITY_KEEP.rx, (y - city.y - CITY_KEEP.dy * city.k) / CITY_KEEP.ry);
    least = Math.min(least, (far - city.k) * CITY_KEEP.ry, x - edge, width - edge - x, y - edge, height - edge - y);
    for (const o of others) least = Math.min(least, distance(x - o.x, y - o.y) - SHIELD_KEEP * o.k - 2);
    if (least < FAR_IN) return least;
  }
  return least;
}

/** `Math.hypot` guards against overflow and is many times slower. @param {number} x @param {number} y */
function distance(x, y) {
  return Math.sqrt(x * x + y * y);
}

/**
 * The parameter at which a curve is `far` from the camp it leaves, and clear of what hangs below it.
 * @param {Curve} c @param {Camp} camp @param {number} far
 */
function leaving(c, camp, far) {
  let low = 0;
  let high = 0.5;
  for (let i = 0; i < 24; i += 1) {
    const mid = (low + high) / 2;
    const at = pointAt(c, mid);
    if (distance(at.x - camp.x, at.y - camp.y) < far) low = mid;
    else high = mid;
  }
  const keep = !camp.label ? TOKEN_KEEP : camp.label.anchor === 'middle' ? NAME_KEEP : null;
  if (!keep) return high;
  let t = high;
  for (; t < 0.34; t += 0.01) {
    const at = pointAt(c, t);
    const dy = at.y - camp.y;
    if (Math.abs(at.x - camp.x) > keep.half * camp.k || dy < keep.top * camp.k || dy > keep.bottom * camp.k) break;
  }
  return t;
}

/**
 * Parameters at equal steps of arc length.
 * @param {Curve} c @param {number} start @param {number} end
 */
function byLength(c, start, end) {
  const fine = 96;
  const steps = 48;
  const walked = new Float64Array(fine + 1);
  let before = pointAt(c, start);
  for (let i = 1; i <= fine; i += 1) {
    const here = pointAt(c, start + ((end - start) * i) / fine);
    walked[i] = /** @type {number} */ (walked[i - 1]) + distance(here.x - before.x, here.y - before.y);
    before = here;
  }
  const length = /** @type {number} */ (walked[fine]);
  const at = new Float64Array(steps + 1);
  let j = 0;
  for (let i = 0; i <= steps; i += 1) {
    const goal = (length * i) / steps;
    while (j < fine - 1 && /** @type {number} */ (walked[j + 1]) < goal) j += 1;
    const a = /** @type {number} */ (walked[j]);
    const b = /** @type {number} */ (walked[j + 1]);
    at[i] = start + ((end - start) * (j + (b > a ? Math.min(1, (goal - a) / (b - a)) : 0))) / fine;
  }
  return { length, steps, at };
}
