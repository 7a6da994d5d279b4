// How messengers are drawn by their number, and where each of them is.
import { edge, glyph } from './messenger.js';
import { road, roadNumbers } from './roads.js';
import { restsOn } from './resting.js';
import { tablePoint } from './ride.js';

/** @typedef {import('./types.js').Layout} Layout */
/** @typedef {import('./types.js').World} World */
/** @typedef {import('./types.js').Ride} Ride */
/** @typedef {import('./types.js').Point} Point */
/** @typedef {import('./types.js').Crowd} Crowd */
/** @typedef {import('./types.js').CrowdShape} CrowdShape */
/** @typedef {'scroll'|'glyph'|'dot'} Level */

/** Up to this many ride as scrolls; up to the second number as small glyphs; beyond as dots. */
export const SCROLLS = 60;
export const GLYPHS = 600;
/** Up to this many scrolls show sign and letter, more only the letter. */
const WIDE_SCROLLS = 16;
/** The letter of a scroll of this scale is 11 px high. */
const LEAST_SCROLL = 0.73;

/** More dots than this are specks that add up to density: single ones are not told apart any more. */
export const DENSE = 20_000;
const DOT_RADIUS = 2.1;
const SPECK = 1.1;
/** How strong the others remain while one message is lit. */
export const UNLIT = 0.35;
/** @type {'R'} */
const RETREAT = 'R';
/** The words behind the numbers of a crowd's rides; silence is not drawn. @type {Readonly<Record<number, import('./types.js').Said>>} */
const WORDS = { 0: RETREAT, 1: 'A', 3: 'N' };
/** Small messengers of one road who follow each other take lanes in this order. */
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
  const resting = restsOn(layout, world, k);
  return world.rides.map((ride) => {
    const way = road(layout, ride.from, ride.to);
    // Nobody rides where nothing was sent: its mark stays where he would have left.
    const at = ride.said === null ? way.at(Math.min(0.2, 26 / way.length)) : ride.kept ? resting(way, ride) : way.at(ride.progress);
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

/** The place of a step's messenger in a crowd, or −1. @param {Crowd} crowd @param {number} step */
export function placeIn({ rides, before, own }, step) {
  const i = step - before - 1;
  return own ? own.indexOf(i) : i < rides.length / 4 ? Math.max(i, -1) : -1;
}

/** The step of a messenger in a crowd. @param {Crowd} crowd @param {number} index */
export const stepIn = ({ before, own }, index) => before + 1 + (own?.[index] ?? index);

/** A crowd as dots; who is lit or picked is drawn as a small messenger. @param {Layout} layout @param {World} world @param {Crowd} crowd @returns {CrowdShape} */
export function dots(layout, { lit = null, picked = null }, crowd) {
  const { rides, time, blind } = crowd;
  const dense = rides.length / 4 > DENSE;
  const k = layout.unit;
  const marked = [...new Set([lit, picked])].flatMap((step) => {
    const index = step === null ? -1 : placeIn(crowd, step);
    if (index < 0) return [];
    const [from = 0, to = 0, said = 0, odd = 0] = rides.subarray(4 * index);
    const ride = { from, to, said: WORDS[said] ?? RETREAT, lie: blind ? null : (odd & 1) === 1, progress: 1, index: step ?? 0 };
    return { index, marks: [...edge(0, 0, k, null, 1), ...glyph(ride, 0, 0, k)] };
  });
  return {
    kind: 'crowd', n: layout.n, roads: roadNumbers(layout), rides, time, blind, dense, marked,
    r: (dense ? SPECK : DOT_RADIUS) * k,
    opacity: marked.length > 0 ? UNLIT : 1,
  };
}
