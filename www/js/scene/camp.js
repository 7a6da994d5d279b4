// A camp: tents, the shield that says whether its general is loyal, crown, banner and name.
import {
  BANNER_CLOTH, BANNER_POLE, CROWN, FLAG, LOYAL_RING, LOYAL_RIVETS, MASK, SHIELD_LOYAL, SHIELD_TRAITOR, SHIELD_UNKNOWN, SWORDS,
  TENT, TENT_DOOR, TENT_PENNON, TENT_ROLL, TENT_STRAPS, TOKEN,
  TORCH_LIGHT, WITNESS_CROSS,
} from './art.js';
import { faded, put, textWidth } from './place.js';
import { idOf } from './signs.js';
import { nameSize } from './labels.js';

/** @typedef {import('./types.js').Camp} Camp */
/** @typedef {import('./types.js').General} General */
/** @typedef {import('./types.js').Order} Order */
/** @typedef {import('./types.js').PathShape} PathShape */
/** @typedef {import('./types.js').Mark} Mark */

/**
 * How a camp looks just now. `raised`: banner up, 0…1 and a little over; `lowered`: slid to half mast, 0…1; `struck`: tents rolled up, 0…1.
 * @typedef {{chosen: boolean, witness: boolean, dot: boolean, raised: number, lowered: number, struck: number}} Look
 */

const TENTS_AT = [-29, 29];
const ROLLS_AT = [-31, 31];
/** Smallest size of a number, in px. */
const LEGIBLE = 11;
/** Half a shield with less than this many px has no room for a number. */
const LEAST_SHIELD = 7.5;
/** Half a token with fewer px has no room for its letter. */
const LEAST_TOKEN = 5.5;
/** Under this scale a camp has room for one sign only: its number. */
const ROOMY = 0.62;

/** The camp fire's light by night. @param {Camp} camp @param {number} strength @returns {Mark[]} */
export function campGlow({ x, y, k }, strength) {
  if (strength <= 0) return [];
  return [{ kind: 'glow', x, y: y + 6 * k, rx: 74 * k, ry: 74 * k, colour: 'torch', stops: TORCH_LIGHT, opacity: 0.75 * strength, night: true }];
}

/** Everything of a camp but its name. @param {Camp} camp @param {General} general @param {Look} look @returns {Mark[]} */
export function campBody(camp, general, look) {
  const { x, y, k, id } = camp;
  /** @type {Mark[]} */
  const marks = [];
  if (!look.dot) {
    marks.push({ kind: 'disc', x, y: y + 25 * k, rx: 47 * k, ry: 9 * k, fill: 'shade' });
    marks.push(...tents(x, y, k, look.struck));
  }
  if (look.chosen) marks.push({ kind: 'disc', x, y, rx: 33 * k, ry: 33 * k, stroke: 'ink', width: Math.max(2 * k, 1.6) });
  if (general.decision) {
    const size = look.dot ? Math.max(k, 0.42) : k;
    marks.push(...banner(general.decision, x + 15 * k, y - 12 * k, size, look.raised, look.lowered, !look.dot));
  }
  marks.push(...shield(id, general.loyal, x, y, k));
  if (general.commander) {
    const s = look.dot ? Math.max(k, 0.5) : k;
    marks.push(put({ d: CROWN.d, fill: 'torch', stroke: 'ink', width: 0.8, join: 'round', under: true }, x, y - 34 * k - (s - k) * 8, s, { s: 1.37 }));
  }
  if (look.witness) {
    const half = Math.max(9.5 * k, 6);
    const at = { x: x - 24 * k - half * 0.7, y: y - 22 * k - half * 0.6 };
    marks.push(put({ d: TOKEN, fill: 'paper-raised', stroke: 'broken', width: 2 / half }, at.x, at.y, half));
    marks.push(put({ d: WITNESS_CROSS, stroke: 'broken', width: 2.2 / half, cap: 'round' }, at.x, at.y, half));
  }
  return marks;
}

/** @param {number} x @param {number} y @param {number} k @param {number} struck @returns {PathShape[]} */
function tents(x, y, k, struck) {
  /** @type {PathShape[]} */
  const shapes = [];
  const cloth = { fill: 'tent', stroke: 'tent-line', width: 1.3, join: /** @type {const} */ ('round') };
  if (struck < 1) {
    for (const dx of TENTS_AT) {
      const within = { dx, dy: 26, stretch: 1 - struck };
      shapes.push(put({ d: TENT, ...cloth }, x, y, k, within));
      shapes.push(put({ d: TENT_DOOR, fill: 'tent-door' }, x, y, k, within));
      shapes.push(put({ d: TENT_PENNON, fill: 'tent-line', stroke: 'tent-line', width: 1 }, x, y, k, within));
    }
  }
  if (struck > 0) {
    for (const dx of ROLLS_AT) {
      const roll = [put({ d: TENT_ROLL, ...cloth }, x, y, k, { dx, dy: 20 }), put({ d: TENT_STRAPS, stroke: 'tent-line', width: 1 }, x, y, k, { dx, dy: 20 })];
      shapes.push(...faded(roll, struck));
    }
  }
  return shapes;
}

/**
 * The shield: round for loyal, notched with a mask for a traitor, a heater where nobody knows.
 * @param {number} id @param {boolean|null} loyal @param {number} x @param {number} y @param {number} k
 * @returns {Mark[]}
 */
export function shield(id, loyal, x, y, k) {
  const line = { stroke: 'shield-line', width: 1.4, join: /** @type {const} */ ('round') };
  const roomy = k >= ROOMY;
  const legible = 23 * k >= LEAST_SHIELD;
  const number = (/** @type {number} */ dy, /** @type {number} */ size, /** @type {string} */ fill, weight = 700) =>
    /** @type {Mark} */ ({ kind: 'text', text: idOf(id), x, y: y + dy * k, size: size * k, weight, fill, align: 'middle' });
  /** @type {Mark[]} */
  const marks = [];
  if (loyal === true) {
    marks.push(put({ d: SHIELD_LOYAL.d, fill: 'loyal', ...line }, x, y, k));
    if (roomy) {
      marks.push({ kind: 'disc', x, y, rx: LOYAL_RING * k, ry: LOYAL_RING * k, stroke: 'on-loyal', width: 1.1 * k, opacity: 0.75 });
      marks.push(put({ d: LOYAL_RIVETS, fill: 'on-loyal', opacity: 0.8 }, x, y, k));
    }
    const size = Math.max(22, LEGIBLE / k);
    if (legible) marks.push(number(size * 0.36, size, 'on-loyal'));
  } else if (loyal === false) {
    marks.push(put({ d: SHIELD_TRAITOR.d, fill: 'traitor', ...line }, x, y, k));
    if (roomy) marks.push(put({ d: SHIELD_TRAITOR.d, stroke: 'on-traitor', width: 1.1, join: 'round', opacity: 0.55 }, x, y, k, { s: 0.82, dy: 0.3 }));
    const size = Math.max(18, LEGIBLE / k);
    if (roomy || !legible) marks.push(put({ d: MASK.d, rule: 'evenodd', fill: 'on-traitor' }, x, y, k, { dy: -7.2, s: 1.055 }));
    if (legible) marks.push(number(roomy ? 14 : size * 0.36 + 3, size, 'on-traitor'));
  } else {
    marks.push(put({ d: SHIELD_UNKNOWN.d, fill: 'unknown', ...line }, x, y, k));
    if (roomy) {
      marks.push(put({ d: SHIELD_UNKNOWN.d, stroke: 'on-unknown', width: 1.1, join: 'round', opacity: 0.75 }, x, y, k, { s: 0.83, dy: 0.5 }));
      marks.push({ kind: 'text', text: '?', x, y: y + 2 * k, size: 19 * k, weight: 700, fill: 'on-unknown', align: 'middle' });
      marks.push(number(16, Math.max(11, LEGIBLE / k), 'on-unknown', 600));
    } else if (legible) {
      const size = Math.max(20, LEGIBLE / k);
      marks.push(number(size * 0.36, size, 'on-unknown'));
    }
  }
  return marks;
}

/**
 * The banner of a decision, planted at x, y. It rises along its pole's foot; lowered, it hangs at half mast on a leaning pole.
 * @param {Order} order @param {number} x @param {number} y @param {number} k @param {number} raised
 * @param {number} lowered @param {boolean} [lettered]
 * @returns {Mark[]}
 */
export function banner(order, x, y, k, raised = 1, lowered = 0, lettered = true) {
  if (raised <= 0.02) return [];
  const s = k * raised;
  const lean = 9 * lowered;
  const turn = (lean * Math.PI) / 180;
  const foot = x + 8 * lowered * k;
  /** A point of the banner on the stage. @param {number} px @param {number} py */
  const at = (px, py) => ({
    x: foot + s * (px * Math.cos(turn) - py * Math.sin(turn)),
    y: y + s * (px * Math.sin(turn) + py * Math.cos(turn)),
  });
  const drop = 22 * lowered;
  const solid = order === 'A';
  const mark = solid ? 'on-scroll' : 'scroll';
  const icon = solid ? SWORDS : FLAG;
  const knob = at(0, -56);
  const cloth = at(0, drop);
  const sign = at(10, -41 + drop);
  const letter = at(23, -36 + drop);
  /** @type {Mark[]} */
  const marks = [
    put({ d: BANNER_POLE, stroke: 'pole', width: 2.2, cap: 'round' }, foot, y, s, { rotate: lean }),
    { kind: 'disc', x: knob.x, y: knob.y, rx: 2.6 * s, ry: 2.6 * s, fill: 'torch', stroke: 'ink', width: 0.8 * s },
    put({ d: BANNER_CLOTH, fill: solid ? 'scroll' : 'scroll-bg', stroke: 'scroll', width: 1.6, join: 'round' }, cloth.x, cloth.y, s, { rotate: lean }),
  ];
  if (!lettered) return marks;
  marks.push(put({ d: icon.d, stroke: mark, width: icon.width ?? 1.4, cap: 'round', join: 'round' }, sign.x, sign.y, s, { s: 13 / 16, rotate: lean }));
  marks.push({ kind: 'text', text: order, x: letter.x, y: letter.y, size: 15 * s, weight: 700, fill: mark, align: 'middle', rotate: lean });
  return marks;
}

/**
 * The small mark of an order; undecided is a dashed square with a dot.
 * @param {Order|null} order @param {number} x @param {number} y @param {number} r @returns {Mark[]}
 */
export function token(order, x, y, r) {
  const width = 1.5 / r;
  if (!order) {
    return [put({ d: TOKEN, stroke: 'ink-3', width, dash: [3 / r, 2.5 / r] }, x, y, r), { kind: 'disc', x, y, rx: r * 0.2, ry: r * 0.2, fill: 'ink-2' }];
  }
  const solid = order === 'A';
  return [
    put({ d: TOKEN, fill: solid ? 'scroll' : 'scroll-bg', stroke: 'scroll', width }, x, y, r),
    { kind: 'text', text: order, x, y: y + r * 0.5, size: r * 1.38, weight: 700, fill: solid ? 'on-scroll' : 'scroll', align: 'middle' },
  ];
}

/** Around the order of who is sure of it a ring, of who follows a broken one. @param {General} general @param {number} x @param {number} y @param {number} r @returns {Mark[]} */
const standingRing = ({ standing }, x, y, r) =>
  standing ? [{ kind: 'disc', x, y, rx: 1.45 * r, ry: 1.45 * r, stroke: 'ink', width: 0.16 * r, ...(standing === 'follows' ? { dash: [0.5 * r, 0.4 * r] } : {}) }] : [];

/**
 * His name, and after it the order he leans to. Without room for a name the token hangs under the shield.
 * @param {Camp} camp @param {General} general @param {string} name @param {Look} look @returns {Mark[]}
 */
export function campName({ x, y, k, label }, general, name, look) {
  const leaning = general.opinion ?? (general.decision && look.raised > 0 ? null : general.leaning);
  if (!label) {
    // Of an opinion, which stays, a small sign is better than none.
    if (!leaning || look.dot || (k < ROOMY && !general.opinion)) return [];
    const r = Math.max(9.5 * k, LEAST_TOKEN);
    return [...token(leaning, x, y + 38 * k, r), ...standingRing(general, x, y + 38 * k, r)];
  }
  const s = label.scale * k;
  const size = nameSize(label.scale, k);
  const text = (/** @type {number} */ at, /** @type {'start'|'middle'|'end'} */ align) =>
    /** @type {Mark} */ ({ kind: 'text', text: name, x: at, y: label.y, size, weight: 400, fill: 'ink', align, halo: 'map', haloWidth: 5 });
  if (!leaning) return [text(label.x, label.anchor)];
  // The name is set against the token, so that a wider typeface cannot run into it.
  const width = textWidth(name, size);
  const r = 7.5 * s;
  const place = { start: label.x + width + 14 * s, middle: label.x + width / 2 + 3.5 * s, end: label.x - width - 14 * s }[label.anchor];
  const beside = label.anchor === 'end' ? text(place + 14 * s, 'start') : text(place - 14 * s, 'end');
  return [beside, ...token(leaning, place, label.y - 4.6 * s, r), ...standingRing(general, place, label.y - 4.6 * s, r)];
}
