// Messengers near enough to read: scrolls, small glyphs, the roads they ride, and the ones that were never sent.
import {
  ARROW_HEAD, CROSS, FLAG, GLYPH, SCROLL_HALO, SCROLL_ROLL_LEFT, SCROLL_ROLL_RIGHT, SCROLL_SHEET, SCROLL_TORN, SLIM_HALO, SLIM_ROLL_LEFT,
  SLIM_ROLL_RIGHT, SLIM_SHEET, SLIM_TORN, SWORDS,
} from './art.js';
import { faded, put } from './place.js';
import { chain } from './seals.js';

/** @typedef {import('./types.js').Ride} Ride */
/** @typedef {import('./roads.js').Road} Road */
/** @typedef {import('./types.js').Mark} Mark */

const WIDE = { sheet: SCROLL_SHEET, torn: SCROLL_TORN, left: SCROLL_ROLL_LEFT, right: SCROLL_ROLL_RIGHT, halo: SCROLL_HALO, glow: 40 };
const SLIM = { sheet: SLIM_SHEET, torn: SLIM_TORN, left: SLIM_ROLL_LEFT, right: SLIM_ROLL_RIGHT, halo: SLIM_HALO, glow: 30 };
const ROUND = /** @type {const} */ ('round');
/** How strong honest roads remain where many cross. */
const AMONG_MANY = 0.6;
/** A letter thrown away sinks this far and keeps so little of its strength. */
const SINK = 16;
const FADE = 0.2;

/**
 * The road of one messenger: solid behind him, dotted ahead, an open arrow head at its end. A lie's is dashed; of what stays it has no head.
 * @param {Road} road @param {Ride} ride @param {number} unit @param {boolean} many @returns {Mark[]}
 */
export function ridden(road, ride, unit, many) {
  const rides = ride.said !== null;
  const lie = ride.lie === true && rides;
  const unseen = ride.said === '?';
  const faint = unseen ? 0.45 : many && !lie ? AMONG_MANY : 1;
  const done = rides ? Math.max(0, Math.min(1, ride.progress)) : 0;
  /** @type {Mark[]} */
  const marks = [];
  if (done < 1) {
    marks.push({ kind: 'curve', ...road.part(done, 1), stroke: 'ink-3', width: 1.3 * unit, dash: [0.1, 5 * unit], cap: 'round', opacity: 0.8 * faint });
  }
  if (done > 0) {
    marks.push({
      kind: 'curve', ...road.part(0, done), stroke: lie ? 'traitor' : 'ink-2', width: (lie ? 1.8 : 1.6) * unit,
      opacity: lie ? 1 : 0.75 * faint, ...(lie ? { dash: [6 * unit, 4 * unit] } : {}),
    });
  }
  if (ride.kept) return marks;
  const end = road.at(1);
  const head = { d: ARROW_HEAD, stroke: lie ? 'traitor' : 'ink-3', width: 1.5, cap: ROUND, join: ROUND, opacity: faint };
  marks.push(put(head, end.x, end.y, unit, { rotate: road.heading(1) }));
  return marks;
}

/**
 * A scroll. A lie has its right edge torn off and a dashed halo; where nobody rides the sheet is empty and dashed.
 * Slim, it keeps its letter only.
 * @param {Ride} ride @param {number} x @param {number} y @param {number} k @param {boolean} slim @returns {Mark[]}
 */
export function scroll(ride, x, y, k, slim) {
  const { seals, dropped = 0 } = ride;
  if (!seals || ride.said === null || ride.said === '?') return sheet(ride, x, y, k, slim);
  const low = y + SINK * k * dropped;
  return faded([...sheet(ride, x, low, k, slim), ...chain(seals, x, low, k, slim)], 1 - FADE * dropped);
}

/** @param {Ride} ride @param {number} x @param {number} y @param {number} k @param {boolean} slim @returns {Mark[]} */
function sheet(ride, x, y, k, slim) {
  const form = slim ? SLIM : WIDE;
  if (ride.said === null) return unsent(ride, x, y, k, form.sheet);
  const lie = ride.lie === true;
  const look = {
    A: { sheet: 'scroll', edge: 'scroll', roll: 'scroll', rollEdge: 'scroll-bg', rollWidth: 1, sign: 'on-scroll' },
    R: { sheet: 'scroll-bg', edge: 'scroll', roll: 'scroll-bg', rollEdge: 'scroll', rollWidth: 1.6, sign: 'scroll' },
    N: { sheet: 'scroll-bg', edge: 'scroll', roll: 'scroll-bg', rollEdge: 'scroll', rollWidth: 1.6, sign: 'scroll' },
    '?': { sheet: 'unknown-tint', edge: 'unknown', roll: 'unknown-tint', rollEdge: 'unknown', rollWidth: 1.6, sign: 'unknown-ink' },
  }[ride.said];
  const roll = { fill: look.roll, stroke: look.rollEdge, width: look.rollWidth };
  /** @type {Mark[]} */
  const marks = [];
  if (lie) {
    marks.push({ kind: 'glow', x, y, rx: form.glow * k, ry: 30 * k, colour: 'traitor', stops: [[0, 0.3], [1, 0]], opacity: 1 });
    marks.push(put({ d: form.halo, stroke: 'traitor', width: 2, dash: [5, 4] }, x, y, k));
  }
  marks.push(put({ d: lie ? form.torn : form.sheet, fill: look.sheet, stroke: look.edge, width: 1.6, join: 'round' }, x, y, k));
  marks.push(put({ d: form.left, ...roll }, x, y, k));
  if (!lie) marks.push(put({ d: form.right, ...roll }, x, y, k));
  const letter = (/** @type {number} */ dx) => {
    marks.push({ kind: 'text', text: ride.letter ?? String(ride.said), x: x + dx * k, y: y + 5.2 * k, size: 15 * k, weight: 700, fill: look.sign, align: 'middle' });
  };
  // Neither has no picture: its letter stands alone.
  if (slim || ride.letter || ride.said === '?' || ride.said === 'N') {
    letter(slim && lie ? 1 : 0);
    return marks;
  }
  const icon = ride.said === 'A' ? SWORDS : FLAG;
  marks.push(put({ d: icon.d, stroke: look.sign, width: icon.width ?? 1.4, cap: 'round', join: 'round' }, x, y, k, { dx: -6.2, s: 14 / 16 }));
  letter(7.4);
  return marks;
}

/**
 * Never sent: an empty dashed sheet, crossed out. Only a traitor's silence bears his colour.
 * @param {Ride} ride @param {number} x @param {number} y @param {number} k @param {string} sheet
 * @returns {Mark[]}
 */
function unsent(ride, x, y, k, sheet) {
  const colour = ride.lie === true ? 'traitor' : 'unknown';
  return [
    put({ d: sheet, fill: 'map', stroke: 'ink-3', width: 1.4, dash: [4, 3], join: 'round' }, x, y, k),
    put({ d: CROSS, stroke: colour, width: 2.4, cap: 'round' }, x, y, k),
  ];
}

/**
 * An edge around a messenger, outside the halo of a lie: he is looked at, or has just changed.
 * @param {number} x @param {number} y @param {number} k @param {boolean|null} slim null for a small messenger @param {number} opacity
 * @returns {Mark[]}
 */
export function edge(x, y, k, slim, opacity) {
  if (slim === null) return [{ kind: 'disc', x, y, rx: 12 * k, ry: 12 * k, stroke: 'ink', width: 2 * k, opacity }];
  // Only who is looked at is lifted off the map.
  const ground = opacity === 1 ? { fill: 'map' } : {};
  return [put({ d: slim ? SLIM_HALO : SCROLL_HALO, ...ground, stroke: 'ink', width: 1.8, opacity }, x, y, k, { s: 1.17 })];
}

/**
 * A sign at the upper corner of a messenger who rides otherwise, or not at all, in the run beside this one; a small one is framed.
 * @param {number} x @param {number} y @param {number} k @param {boolean} small @returns {Mark[]}
 */
export function unlike(x, y, k, small) {
  if (small) return [put({ d: 'M-8-6.5H8V6.5H-8Z', stroke: 'ink', width: 1.4 }, x, y, k)];
  const [left, top] = [x - 24 * k, y - 16 * k];
  return [
    { kind: 'disc', x: left, y: top, rx: 8, ry: 8, fill: 'paper-raised', stroke: 'ink', width: 1.5 },
    { kind: 'text', text: '≠', x: left, y: top + 4.6, size: 13, weight: 700, fill: 'ink', align: 'middle' },
  ];
}

/**
 * A small messenger: filled for attack, open for retreat, a lie ringed.
 * @param {Ride} ride @param {number} x @param {number} y @param {number} k @returns {Mark[]}
 */
export function glyph(ride, x, y, k) {
  if (ride.said === null) return [];
  /** @type {Mark[]} */
  const marks = [];
  if (ride.lie === true) marks.push({ kind: 'disc', x, y, rx: 9 * k, ry: 9 * k, stroke: 'traitor', width: 1.5 * k, dash: [3 * k, 2 * k] });
  const unseen = ride.said === '?';
  marks.push(put({
    d: GLYPH,
    fill: unseen ? 'unknown-tint' : ride.said === 'A' ? 'scroll' : 'scroll-bg',
    stroke: unseen ? 'unknown' : 'scroll',
    width: 1.3,
  }, x, y, k));
  return marks;
}
