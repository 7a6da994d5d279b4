// How messengers are drawn by their number, and where each of them is.
import { road } from './roads.js';
import { tablePoint } from './ride.js';

/** @typedef {import('./types.js').Layout} Layout */
/** @typedef {import('./types.js').World} World */
/** @typedef {import('./types.js').Ride} Ride */
/** @typedef {import('./types.js').Point} Point */
/** @typedef {import('./types.js').DotsShape} DotsShape */
/** @typedef {'scroll'|'glyph'|'dot'} Level */

/** Up to this many ride as scrolls; up to the second number as small glyphs; beyond as dots. */
export const SCROLLS = 60;
export const GLYPHS = 600;
/** Up to this many scrolls show sign and letter, more only the letter. */
const WIDE_SCROLLS = 16;
/** The letter of a scroll of this scale is 11 px high. */
const LEAST_SCROLL = 0.73;

/** What a dot is; the painter draws them in this order, lies last and on top. */
export const DOT = { attack: 0, retreat: 1, unseen: 2, lieAttack: 3, lieRetreat: 4 };
const DOT_RADIUS = 2.1;
/** Codes of the engine's packed rides. */
const SAID_RETREAT = 0;
const SAID_SILENT = 2;
/** Dots of one road ride on lanes this many px to either side, so that a column is seen as many. */
const LANES = 7;
const LANE_WIDTH = 2.4;
/** The same for small messengers: those who follow each other take the lanes in this order. */
const GLYPH_LANES = [0, 1, -1];
const GLYPH_LANE_WIDTH = 8;

/** @param {number} count messengers in flight @returns {Level} */
export function levelOf(count) {
  return count <= SCROLLS ? 'scroll' : count <= GLYPHS ? 'glyph' : 'dot';
}

/** Messengers in flight in a world. @param {World} world */
export function riding(world) {
  return world.crowd ? world.crowd.rides.length / 4 : world.rides.length;
}

/** Do scrolls keep their letter only? @param {number} count */
export function isSlim(count) {
  return count > WIDE_SCROLLS;
}

/** The scale of messengers: smaller on phones and with small camps, but never illegible. @param {Layout} layout @param {number} count */
export function messengerScale(layout, count) {
  if (levelOf(count) !== 'scroll') return layout.unit;
  const k = layout.camps[0]?.k ?? 1;
  if (!layout.frame) return Math.max(LEAST_SCROLL, Math.min(0.78, k));
  const room = Math.max(0.8, Math.min(1, k / (0.9 * layout.unit)));
  return layout.unit * room * (isSlim(count) ? 0.92 : 1);
}

/** Has this messenger left? Before that he is nowhere to be seen. @param {Ride} ride */
export function hasLeft(ride) {
  return ride.progress > 0;
}

/** Where every single ride of a world is. @param {Layout} layout @param {World} world @returns {Point[]} */
export function positions(layout, world) {
  const k = messengerScale(layout, world.rides.length);
  if (levelOf(world.rides.length) !== 'scroll') return laned(layout, world, k);
  /** @type {Map<string, number>} */
  const met = new Map();
  return world.rides.map((ride) => {
    const way = road(layout, ride.from, ride.to);
    // Nobody rides where nothing was sent: its mark stays where he would have left.
    const at = way.at(ride.said === null ? Math.min(0.2, 26 / way.length) : ride.progress);
    const place = `${Math.round(at.x)} ${Math.round(at.y)}`;
    const below = met.get(place) ?? 0;
    if (hasLeft(ride)) met.set(place, below + 1);
    return { x: at.x + 5 * k * below, y: at.y - 5 * k * below };
  });
}

/**
 * Small messengers of one road ride on lanes side by side, which close at both ends.
 * @param {Layout} layout @param {World} world @param {number} k @returns {Point[]}
 */
function laned(layout, world, k) {
  /** @type {Map<import('./roads.js').Road, number>} */
  const before = new Map();
  return world.rides.map(({ from, to, progress }) => {
    const way = road(layout, from, to);
    const place = before.get(way) ?? 0;
    before.set(way, place + 1);
    const at = tablePoint(way, progress);
    const off = GLYPH_LANES[place % GLYPH_LANES.length] * GLYPH_LANE_WIDTH * k * Math.min(1, 5 * progress, 5 * (1 - progress));
    return { x: at.x + way.normal.x * off, y: at.y + way.normal.y * off };
  });
}

/** A crowd as dots. @param {Layout} layout @param {World} world @returns {DotsShape} */
export function dots(layout, world) {
  const count = riding(world);
  const xy = new Float32Array(2 * count);
  const form = new Uint8Array(count);
  let shown = 0;
  const add = (/** @type {number} */ from, /** @type {number} */ to, /** @type {number} */ progress, /** @type {number} */ what, /** @type {number} */ i) => {
    const way = road(layout, from, to);
    const at = tablePoint(way, progress);
    const side = ((i * 5) % LANES) - (LANES - 1) / 2;
    // Lanes close at both ends, where all pass one gate.
    const off = side * LANE_WIDTH * Math.min(1, 5 * progress, 5 * (1 - progress));
    xy[2 * shown] = at.x + way.normal.x * off;
    xy[2 * shown + 1] = at.y + way.normal.y * off;
    form[shown] = what;
    shown += 1;
  };
  if (world.crowd) {
    const { rides, progress, blind = false } = world.crowd;
    for (let i = 0; i < count; i += 1) {
      const said = rides[4 * i + 2];
      if (said === SAID_SILENT || !((progress[i] ?? 0) > 0)) continue;
      const lie = !blind && (rides[4 * i + 3] & 1) === 1;
      const retreat = said === SAID_RETREAT;
      add(rides[4 * i] ?? 0, rides[4 * i + 1] ?? 0, progress[i] ?? 0, lie ? (retreat ? DOT.lieRetreat : DOT.lieAttack) : retreat ? DOT.retreat : DOT.attack, i);
    }
  } else {
    world.rides.forEach((ride, i) => {
      if (ride.said !== null && hasLeft(ride)) add(ride.from, ride.to, ride.progress, formOf(ride), i);
    });
  }
  return { kind: 'dots', count: shown, xy, form, r: DOT_RADIUS * layout.unit };
}

/** @param {Ride} ride */
function formOf({ said, lie }) {
  if (said === '?') return DOT.unseen;
  if (lie === true) return said === 'A' ? DOT.lieAttack : DOT.lieRetreat;
  return said === 'A' ? DOT.attack : DOT.retreat;
}
