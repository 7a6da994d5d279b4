// Two camps, the valley between them and the lanes of the messengers, on a stage of any size. Pure.

import { cut, pointAt } from '../scene/curve.js';
import { FINGER } from '../scene/layout.js';
import { wayOf } from './riders.js';

/** @typedef {import('../scene/types.js').Layout} Layout */
/** @typedef {import('../scene/types.js').Point} Point */
/** @typedef {import('../scene/curve.js').Curve} Curve */
/** `rest`: where a messenger stays who has arrived, and where one is caught, in parts of the lane. @typedef {{id: number, from: number, to: number, curve: Curve, disc: Point, rest: number, caught: number}} Lane */
/**
 * `k`: of what is drawn; `scroll`: of messengers; `ring`: around one who is caught; `reach`: half the height of the button over a disc.
 * @typedef {Layout & {lanes: Lane[], k: number, scroll: number, reach: number, ring: number, band: {x0: number, x1: number}, spoken: boolean}} Valley
 */
/** @typedef {{width: number, height: number, messengers: number, compact?: boolean, touch?: boolean, top?: number}} Stage */

/** The stage as it is drawn in the design. */
const DRAWN = { width: 860, height: 330 };
/** Narrower, two maps stand side by side on a phone. */
const TINY = 260;
/** From this many messengers on the city is smaller, and nobody's words are written. */
export const CROWDED = 7;
const SPOKEN = 4;
/** Where the number of a messenger stands on his lane, and of many every other one. */
const DISC = 0.17;
const DISC_FARTHER = 0.29;
/** Where who is caught is caught, and who has arrived rests. */
const CAUGHT = 0.4;
const REST = 0.44;
/** Half the height of city and of the ring around one who is caught, at scale 1. */
const CITY = { up: 72, down: 62 };
const RING = 27;
const POINTER = 32;

/** @param {number} x @param {number} low @param {number} high */
const clamp = (x, low, high) => Math.max(low, Math.min(high, x));

/** Parts of the way from the first to the last of so many. @param {number} i @param {number} count @param {number} alone */
const part = (i, count, alone) => (count === 1 ? alone : i / (count - 1));

/**
 * How high each lane passes the middle: half of them over the city, half under it.
 * @param {Stage} stage @param {{y: number, k: number}} city @param {number} k
 */
function heights({ height, messengers, top = 0 }, city, k) {
  const over = Math.ceil(messengers / 2);
  const under = messengers - over;
  const isCrowded = messengers >= CROWDED;
  const upper = [Math.max(top + (isCrowded ? 18 : 44) * k, (isCrowded ? 0.1 : 0.2) * height), city.y - CITY.up * city.k - 12 * k];
  const lower = [city.y + CITY.down * city.k + (isCrowded ? 22 : 32) * k, height - (isCrowded ? 40 : 56) * k];
  return Array.from({ length: messengers }, (_, i) => {
    const [[from, to], t] = i < over ? [upper, part(i, over, 0.4)] : [lower, part(i - over, under, 0.5)];
    return from + (to - from) * t;
  });
}

/** @param {Stage} stage @returns {Valley} */
export function valley(stage) {
  const { width, height, messengers, compact = false, touch = compact, top = 0 } = stage;
  const k = clamp(Math.min(width / DRAWN.width, height / DRAWN.height), width < TINY ? 0.42 : 0.6, 1.4);
  const crowded = messengers >= CROWDED;
  const middle = top + (height - top) * 0.5;
  const cityK = clamp(0.74 * k * (crowded ? 0.72 : 1), 0.34, 1);
  const city = { x: width / 2, y: middle + 20 * k + (crowded ? 0 : 4 * k), k: cityK };
  const margin = Math.max(width * 0.13, 54 * k);
  const finger = touch ? FINGER : POINTER;
  const camps = [margin, width - margin].map((x, i) => ({
    id: i + 1,
    x,
    y: middle,
    k,
    label: { x, y: middle + 50 * k, anchor: /** @type {const} */ ('middle'), scale: 1 },
    hit: Math.max(64 * k, finger),
  }));
  const passing = heights(stage, city, k);
  const lanes = passing.map((y, i) => laneOf(i, messengers, y, camps));
  const least = Math.min(...passing.slice(1).map((y, i) => y - passing[i]), 60);
  return {
    key: `valley ${width}×${height} ${messengers}${compact ? ' compact' : ''}${touch ? ' touch' : ''} ${top}`,
    width,
    height,
    n: 2,
    centre: { x: width / 2, y: middle },
    radius: { x: width / 2 - margin, y: height / 2 },
    names: 1,
    unit: Math.max(1, k),
    city,
    clear: 0,
    camps,
    dots: false,
    bare: false,
    frame: !compact,
    compass: false,
    scaleBar: false,
    lanes,
    k,
    scroll: clamp(Math.min(0.86 * k, (1.6 * least) / 27), 0.4, 1),
    ring: RING * clamp(Math.min(k, least / 36), 0.6, 1),
    reach: Math.min(finger, Math.max(20, nearestDiscs(lanes))) / 2,
    band: { x0: 0.362 * width, x1: 0.645 * width },
    spoken: messengers <= SPOKEN && !compact && width >= 640,
  };
}

/**
 * A lane from camp to camp: it leaves and comes in as high as its place among the others says.
 * @param {number} i @param {number} count @param {number} y where it passes the middle @param {Layout['camps']} camps @returns {Lane}
 */
function laneOf(i, count, y, camps) {
  const id = i + 1;
  const { from, to } = wayOf(id);
  const [p, q] = [camps[from - 1], camps[to - 1]];
  const high = clamp(10 + 8 * count, 0, 60);
  const end = p.y + p.k * (count === 1 ? -high : -high + 2 * high * (i / (count - 1)));
  const side = Math.sign(q.x - p.x) * 50 * p.k;
  const curve = { x0: p.x + side, y0: end, cx: (p.x + q.x) / 2, cy: 2 * y - end, x1: q.x - side, y1: end };
  // Of many, neighbours on one side would touch.
  const far = count >= CROWDED && Math.ceil(id / 2) % 2 === 0;
  return { id, from, to, curve, disc: pointAt(curve, far ? DISC_FARTHER : DISC), rest: REST, caught: CAUGHT };
}

/** The least distance between two discs. @param {Lane[]} lanes */
function nearestDiscs(lanes) {
  let least = Infinity;
  for (const a of lanes) for (const b of lanes) if (a.id < b.id) least = Math.min(least, Math.hypot(a.disc.x - b.disc.x, a.disc.y - b.disc.y));
  return least;
}

/**
 * How far along his lane a messenger is.
 * @param {Lane} lane @param {import('./riders.js').Rider} rider @param {(t: number) => number} eased
 */
export function placeOf({ rest, caught }, { fate, progress, isShort }, eased) {
  if (fate === 'arrived') return rest;
  return eased(progress) * (isShort ? caught : 1);
}

/** @param {Lane} lane @param {number} t */
export const along = ({ curve }, t) => pointAt(curve, t);

/** @param {Lane} lane @param {number} from @param {number} to */
export const stretch = ({ curve }, from, to) => cut(curve, from, to);

/** In which direction a lane goes at its end, in degrees. @param {Lane} lane */
export function headingAt({ curve }) {
  const [a, b] = [pointAt(curve, 0.98), pointAt(curve, 1)];
  return (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI;
}
