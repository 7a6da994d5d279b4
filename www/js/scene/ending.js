// How a run ends on the map: a joint attack takes the city, a joint retreat leaves it, a split attack is beaten off.
// Everything is a function of the progress 0…1; at 0 nothing has happened yet, not even the banners.
import { CROSS, HORSE, RIDER_BODY, SPEAR_LEVEL, SPEAR_PENNON, SPEAR_UP } from './art.js';
import { banner } from './camp.js';
import { breach } from './city.js';
import { cut, pointAt } from './curve.js';
import { easeInOut, easeOut, easeStamp, span } from './ease.js';
import { faded, put } from './place.js';

/** @typedef {import('./types.js').Layout} Layout */
/** @typedef {import('./types.js').Camp} Camp */
/** @typedef {import('./types.js').General} General */
/** @typedef {import('./types.js').EndingKind} EndingKind */
/** @typedef {import('./types.js').Point} Point */
/** @typedef {import('./types.js').Mark} Mark */
/** @typedef {{raised: number, lowered: number, struck: number, lit: number}} CampState `lit`: its fires burn, 0…1 */
/** @typedef {import('./curve.js').Curve} Curve */

/** Up to this many bands gather before the lower wall. */
const FEW = 5;

/** The four beats, in parts of the whole: banners rise, they ride or strike their tents, the outcome, rest. */
const BEATS = { ride: 0.2 / 0.9, outcome: 0.6 / 0.9 };

/**
 * @param {Layout} layout @param {General[]} generals @param {EndingKind} kind @param {number} progress
 * @returns {{camps: Map<number, CampState>, under: Mark[], over: Mark[], flag: boolean}}
 *   what each camp does, what lies under the camps and over them, and whether the city's flag flies
 */
export function ending(layout, generals, kind, progress) {
  const beat = { banners: span(progress, 0, BEATS.ride), ride: span(progress, BEATS.ride, BEATS.outcome), outcome: span(progress, BEATS.outcome, 1) };
  /** @type {Map<number, CampState>} */
  const camps = new Map();
  /** @type {Mark[]} */
  const under = [];
  /** @type {Mark[]} */
  const over = [];
  for (const general of generals) {
    const camp = layout.camps[general.id - 1];
    // A traitor stays where he is: his deed is not judged.
    if (!camp || !general.decision || general.loyal === false) continue;
    const up = beat.banners > 0 ? easeStamp(beat.banners) : 0;
    if (general.decision === 'A') {
      camps.set(general.id, { raised: up, lowered: kind === 'split' ? easeOut(beat.outcome) : 0, struck: 0, lit: 1 });
      if (beat.ride > 0) assault(layout, camp, general, kind === 'split', beat, under, over);
    } else {
      const struck = easeInOut(beat.ride);
      camps.set(general.id, { raised: up * (1 - struck), lowered: 0, struck, lit: 1 - struck });
      if (kind === 'retreat' && beat.outcome > 0) departure(layout, camp, general, beat.outcome, under, over);
    }
  }
  const falls = kind === 'attack' && beat.outcome > 0;
  if (falls) {
    const { x, y, k } = layout.city;
    under.unshift(...breach(layout, easeOut(beat.outcome)));
    over.unshift(...banner('A', x + 50 * k, y - 4 * k, 1.1 * k, easeStamp(beat.outcome)));
  }
  return { camps, under, over, flag: !falls };
}

/**
 * To the wall, and where the attack is split back again.
 * @param {Layout} layout @param {Camp} camp @param {General} general @param {boolean} isBeaten
 * @param {{ride: number, outcome: number}} beat @param {Mark[]} under @param {Mark[]} over
 */
function assault(layout, camp, general, isBeaten, beat, under, over) {
  const s = Math.max(camp.k, 0.4);
  const way = toTheWall(layout, camp);
  const there = easeInOut(beat.ride);
  under.push({ kind: 'curve', ...cut(way, 0, there), stroke: 'ink-2', width: 1.9 * s });
  if (!isBeaten || beat.outcome <= 0) {
    const at = pointAt(way, there);
    over.push(...riders(at, bandSize(layout), s, layout.city.x >= camp.x - 1, false, general.loyal));
    return;
  }
  const wall = pointAt(way, 1);
  over.push(...faded([put({ d: CROSS, stroke: 'ink', width: 2.6, cap: 'round' }, wall.x, wall.y, s)], easeOut(span(beat.outcome, 0, 0.3))));
  const { home, back, at } = beaten(way, s, beat.outcome);
  under.push({ kind: 'curve', ...cut(home, 1 - back, 1), stroke: 'ink-2', width: 1.9 * s, dash: [2 * s, 5 * s], cap: 'round' });
  over.push(...riders(at, bandSize(layout), s, camp.x > layout.city.x + 1, true, general.loyal));
}

/** The way back from the wall, how much of it is behind a beaten band, and where it is. @param {Curve} way @param {number} s @param {number} outcome */
function beaten(way, s, outcome) {
  const home = aside(way, 11 * s);
  const back = easeInOut(outcome) * 0.62;
  const at = pointAt(home, 1 - back);
  // On a road straight up or down the band would ride over its own lowered banner.
  if (Math.abs(way.x1 - way.x0) < 40 * s) at.x -= 26 * s * back;
  return { home, back, at };
}

/** Where at the end the bands stand that rode to the city. @param {Layout} layout @param {General[]} generals @param {EndingKind} kind */
export const bandsOf = (layout, generals, kind) =>
  generals.flatMap(({ id, decision, loyal }) => {
    const camp = layout.camps[id - 1];
    if (!camp || decision !== 'A' || loyal === false) return [];
    const k = Math.max(camp.k, 0.4);
    const way = toTheWall(layout, camp);
    return [{ ...(kind === 'split' ? beaten(way, k, 1).at : pointAt(way, 1)), k }];
  });

/**
 * Away from the city and off the map, on a dotted track.
 * @param {Layout} layout @param {Camp} camp @param {General} general @param {number} t @param {Mark[]} under
 * @param {Mark[]} over
 */
function departure(layout, camp, general, t, under, over) {
  const s = Math.max(camp.k, 0.4);
  const away = homeward(layout, camp);
  const gone = easeInOut(t);
  under.push({ kind: 'curve', ...cut(away, 0, gone), stroke: 'ink-2', width: 1.7 * s, dash: [2 * s, 5 * s], cap: 'round' });
  if (roomy(layout, camp)) over.push(...riders(pointAt(away, gone * 0.5), bandSize(layout), s * 0.92, away.x1 > away.x0, true, general.loyal));
}

/** From the camp's edge to just before the wall, bending a little downwards. @param {Layout} layout @param {Camp} camp @returns {Curve} */
function toTheWall({ city, n }, camp) {
  const dx = camp.x - city.x;
  const dy = camp.y - (city.y + 8 * city.k);
  const far = Math.hypot(dx, dy);
  const ux = dx / far;
  const uy = dy / far;
  // Who comes from the side turns to the lower flank, where there is room before the wall.
  const low = uy > -0.4 ? (n <= FEW ? 0.8 : 0.2) * ux * ux : 0;
  const flank = Math.hypot(ux, uy + low);
  const tx = ux / flank;
  const ty = (uy + low) / flank;
  // Below the shield, and below the name where that hangs in the way.
  const leave = (camp.label?.anchor === 'middle' && uy < -0.5 ? 74 : 50) * camp.k;
  const wall = 1 / Math.hypot(tx / (132 * city.k), ty / (96 * city.k));
  const x0 = camp.x - ux * leave;
  const y0 = camp.y - uy * leave + 8 * camp.k * Math.abs(ux);
  const x1 = city.x + tx * wall;
  const y1 = city.y + 8 * city.k + ty * wall;
  return { x0, y0, cx: (x0 + x1) / 2, cy: (y0 + y1) / 2 + 0.12 * far * Math.abs(ux), x1, y1 };
}

/** Along the ring and outwards; on a crowded ring straight outwards. @param {Layout} layout @param {Camp} camp @returns {Curve} */
function homeward(layout, camp) {
  const { centre } = layout;
  const dx = camp.x - centre.x;
  const dy = camp.y - centre.y;
  const far = Math.hypot(dx, dy);
  const out = { x: dx / far, y: dy / far };
  // Up along the nearer flank; from the very top or bottom sideways, away from a name that stands there.
  const upright = Math.abs(out.x) < 0.3;
  const along = upright ? { x: camp.label?.anchor === 'start' ? -1 : 1, y: 0 } : { x: out.y * Math.sign(out.x), y: -Math.abs(out.x) };
  const k = camp.k;
  const reach = (/** @type {number} */ a, /** @type {number} */ b) => ({
    x: camp.x + (along.x * a + out.x * b) * k,
    y: camp.y + (along.y * a + out.y * b) * k,
  });
  if (!roomy(layout, camp)) return through(reach(0, 34), reach(0, 60), reach(0, 150));
  return through(reach(46, 4), reach(110, 4), reach(178, 96));
}

/** @param {Point} p @param {Point} c @param {Point} q @returns {Curve} */
function through(p, c, q) {
  return { x0: p.x, y0: p.y, cx: c.x, cy: c.y, x1: q.x, y1: q.y };
}

/** Is there room between this camp and the next for a band that leaves? @param {Layout} layout @param {Camp} camp */
function roomy({ camps }, camp) {
  const next = camps[camp.id % camps.length];
  return next !== undefined && Math.hypot(next.x - camp.x, next.y - camp.y) > 170 * camp.k;
}

/** Riders in a band: fewer where many bands meet. @param {Layout} layout */
function bandSize({ n }) {
  return n <= 4 ? 4 : n <= 8 ? 3 : n <= 16 ? 2 : 1;
}

/**
 * A small band of riders: spears up with pennons on the way out, level on the way back. Their helmets bear the loyalty of their camp.
 * @param {Point} at @param {number} count @param {number} k @param {boolean} right they ride to the right
 * @param {boolean} back @param {boolean|null} loyal
 * @returns {Mark[]}
 */
function riders({ x, y }, count, k, right, back, loyal) {
  const flip = right ? 1 : -1;
  const helmet = loyal === true ? 'loyal' : 'unknown';
  /** @type {Mark[]} */
  const marks = [];
  for (let i = 0; i < count; i += 1) {
    const dx = flip * (i * 10 - (count - 1) * 5);
    const dy = (i % 2) * 6;
    const within = { dx, dy, mirror: !right };
    if (back) marks.push(put({ d: SPEAR_LEVEL, stroke: 'ink-2', width: 1.6, cap: 'round' }, x, y, k, within));
    else {
      marks.push(put({ d: SPEAR_UP, stroke: 'ink', width: 1.5, cap: 'round' }, x, y, k, within));
      marks.push(put({ d: SPEAR_PENNON, fill: 'scroll' }, x, y, k, within));
    }
    marks.push(put({ d: HORSE, fill: 'scroll-bg', stroke: 'ink', width: 1.3, cap: 'round', join: 'round' }, x, y, k, within));
    marks.push({ kind: 'disc', x: x + (dx - flip) * k, y: y + (dy - 7) * k, rx: 3.1 * k, ry: 3.1 * k, fill: helmet, stroke: 'ink', width: k });
    marks.push(put({ d: RIDER_BODY, stroke: 'ink', width: 2.4 }, x, y, k, within));
  }
  return marks;
}

/** The same curve a little to the side. @param {Curve} c @param {number} by @returns {Curve} */
function aside(c, by) {
  const dx = c.x1 - c.x0;
  const dy = c.y1 - c.y0;
  const d = Math.hypot(dx, dy) || 1;
  const side = Math.abs(dx) < Math.abs(dy) / 2 ? -Math.sign(-dy || 1) : dx < 0 ? -1 : 1;
  const ox = (-dy / d) * by * side;
  const oy = (dx / d) * by * side;
  return { x0: c.x0 + ox, y0: c.y0 + oy, cx: c.cx + ox, cy: c.cy + oy, x1: c.x1 + ox, y1: c.y1 + oy };
}
