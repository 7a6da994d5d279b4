// Where camps and the city stand on a stage of any size, before anybody asks whether their names have room.

/** @typedef {import('./types.js').Layout} Layout */
/** @typedef {import('./types.js').Camp} Camp */
/** @typedef {import('./types.js').Point} Point */
/** `compact`: a phone or a small frame; no names, no map frame; `touch`: fingers, not a mouse; `names`: how large names are beside their camps. @typedef {{width: number, height: number, n: number, compact?: boolean, touch?: boolean, names?: number}} Stage */

/** From this many generals on camps are dots. */
export const DOTS_FROM = 32;
/** Clear radius around the city at scale 1. */
const CITY_CLEAR = 118;
/** Names are written under camps of at least this scale. */
export const NAMED = 0.8;
/** More names than this would only hide the map: then the number on the shield is the name. */
export const MOST_NAMES = 16;
/** Width a camp needs on the ring, at scale 1. */
const CAMP_PITCH = 104;
const SMALLEST_CAMP = 0.34;
/** The round button over a camp is at least so wide, for a finger and for a mouse, unless the next is nearer. */
export const FINGER = 44;
const POINTER = 32;
/** Half a shield at scale 1. */
const SHIELD = 23;
const CHORDS = 2000;
/** Narrower than this, two maps stand side by side on a phone. */
const TINY = 260;
/** On such a map camps are so large, and up to this many have roads: more are shields on a ring, of which lists tell the rest. */
const TINY_CAMP = 0.58;
const TINY_ARMY = 5;
/** Half the ring's width is at most so many heights of the stage: in a strip, camps keep together. */
const FLATTEST = 2.5;

const top = -Math.PI / 2;
/** @param {number} x @param {number} low @param {number} high */
const clamp = (x, low, high) => Math.max(low, Math.min(high, x));

/** Too small for names, frame and compass. @param {Stage} stage */
const isTight = ({ width, height, compact = false }) => compact || width < 600 || height < 440;

/** The ring of camps; with `names` it keeps so far from the frame that they have room. @param {Stage} stage @param {boolean} [names] @returns {Layout} */
export function arrange(stage, names = stage.n <= MOST_NAMES) {
  const { width, height, n } = stage;
  const tight = isTight(stage);
  if (width < TINY) return place(stage, { tight, largest: TINY_CAMP, unit: 1, margin: { x: 32, y: 46 }, bare: n > TINY_ARMY });
  if (tight) {
    const largest = 0.79 * clamp(Math.min(width / 360, height / 340), 0.5, 1);
    const around = (/** @type {number} */ k) => place(stage, { tight, largest, unit: 1, margin: { x: 72 * k, y: 78 * k } });
    const plan = around(largest);
    // Smaller camps may stand nearer to the edge, which makes them larger again.
    const k = 1.12 * (plan.camps[0]?.k ?? largest);
    return k < largest && !plan.dots ? around(Math.max(k, 0.4)) : plan;
  }
  const unit = clamp(Math.min(width / 1100, height / 760), 1, 1.4);
  if (names) return place(stage, { tight, largest: unit, unit, margin: { x: 112 * unit, y: 92 * unit } });
  return place(stage, { tight, largest: n <= MOST_NAMES ? NAMED - 0.01 : unit, unit, margin: { x: 86 * unit, y: 66 * unit } });
}

/**
 * @param {Stage} stage
 * @param {{tight: boolean, largest: number, unit: number, margin: Point, bare?: boolean}} room `bare`: shields alone
 * @returns {Layout}
 */
function place({ width, height, n, compact = false, touch = compact, names = 1 }, { tight, largest, unit, margin, bare = false }) {
  const centre = { x: width / 2, y: height / 2 + (tight ? 2 : 4) };
  const radius = { x: Math.max(Math.min(width / 2 - margin.x, FLATTEST * height), 40), y: Math.max(height / 2 - margin.y, 30) };
  const pitch = perimeter(radius) / n;
  const dots = bare || n >= DOTS_FROM;
  // A dot is a bare shield that leaves a little air to its neighbours.
  const points = ring(n, centre, radius);
  const k = dots
    ? Math.min(0.5 * unit, (Math.min(...points.map((_, i) => nearest(points, i))) * 0.43) / SHIELD)
    : clamp(pitch / CAMP_PITCH, Math.min(SMALLEST_CAMP, largest), largest);
  const cityScale = clamp(Math.min(radius.x / 222, radius.y / 190), width < TINY ? 0.16 : 0.3, unit);
  const finger = touch ? FINGER : POINTER;
  /** @type {Camp[]} */
  const camps = points.map((p, i) => ({
    id: i + 1,
    x: p.x,
    y: p.y,
    k,
    label: null,
    hit: Math.min(Math.max(64 * k, finger), nearest(points, i)),
  }));
  return {
    key: `${width}×${height} n${n}${compact ? ' compact' : ''}${touch ? ' touch' : ''}${names === 1 ? '' : ` names ${names}`}`,
    width,
    height,
    n,
    centre,
    radius,
    unit,
    city: { x: centre.x, y: centre.y - 10 * cityScale, k: cityScale },
    clear: CITY_CLEAR * cityScale,
    names,
    camps,
    dots,
    bare,
    frame: !tight,
    compass: !tight && width >= 700 && free(camps, width - 52, 58, 34),
    scaleBar: !tight && width >= 700 && free(camps, 68, height - 32, 44),
  };
}

/** @param {Point} radius */
function perimeter({ x, y }) {
  return Math.PI * (3 * (x + y) - Math.sqrt((3 * x + y) * (x + 3 * y)));
}

/**
 * Commander at the top, the others clockwise: an upright triangle for three, equal angles up to eight, equal arcs beyond.
 * @param {number} n @param {Point} c @param {Point} r @returns {Point[]}
 */
function ring(n, c, r) {
  if (n === 3) {
    return [
      { x: c.x, y: c.y - r.y },
      { x: c.x + 0.87 * r.x, y: c.y + 0.74 * r.y },
      { x: c.x - 0.87 * r.x, y: c.y + 0.74 * r.y },
    ];
  }
  const at = (/** @type {number} */ a) => ({ x: c.x + r.x * Math.cos(a), y: c.y + r.y * Math.sin(a) });
  if (n <= 8) return Array.from({ length: n }, (_, i) => at(top + (2 * Math.PI * i) / n));

  const walked = [0];
  let before = at(top);
  for (let i = 1; i <= CHORDS; i += 1) {
    const here = at(top + (2 * Math.PI * i) / CHORDS);
    walked.push(/** @type {number} */ (walked[i - 1]) + Math.hypot(here.x - before.x, here.y - before.y));
    before = here;
  }
  const whole = /** @type {number} */ (walked[CHORDS]);
  let chord = 0;
  return Array.from({ length: n }, (_, i) => {
    const goal = (whole * i) / n;
    while (/** @type {number} */ (walked[chord + 1]) < goal) chord += 1;
    const a = /** @type {number} */ (walked[chord]);
    const b = /** @type {number} */ (walked[chord + 1]);
    return at(top + (2 * Math.PI * (chord + (goal - a) / (b - a))) / CHORDS);
  });
}

/** Width of the largest disc around a camp that meets no equal disc around another. @param {Point[]} points @param {number} i */
function nearest(points, i) {
  const p = /** @type {Point} */ (points[i]);
  let least = Infinity;
  points.forEach((q, j) => {
    if (j !== i) least = Math.min(least, Math.hypot(p.x - q.x, p.y - q.y));
  });
  return least;
}

/** Is the place clear of every camp? @param {Camp[]} camps @param {number} x @param {number} y @param {number} half */
function free(camps, x, y, half) {
  return camps.every((c) => Math.abs(c.x - x) > half + 62 * c.k || Math.abs(c.y - y) > half + 62 * c.k);
}
