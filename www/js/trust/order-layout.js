// Where customer, shop and payment service stand, the six roads between them, and the switch on each. Pure.

import { built } from '../scene/roads.js';
import { boxAround, distanceOf } from './boxes.js';
import { BEHIND, trustRoad } from './trust-road.js';

/** @typedef {import('../scene/types.js').Layout} Layout */
/** @typedef {import('../scene/types.js').Camp} Camp */
/** @typedef {import('./boxes.js').Box} Box */
/** `part`: of its road. @typedef {{from: number, to: number, x: number, y: number, part: number, width: number, height: number}} Pill */
/** `reach`: of the guild around its members; `names`: size of letters. @typedef {Layout & {pills: Pill[], reach: number, names: number}} OrderLayout */

/** Sizes at scale 1 where there is room, and on a phone: shields, letters, switches, and how near all of it comes to the edge. */
const ROOMY = { width: 720, height: 608, k: 1.6, reach: 70, trim: 40, bend: 0.25, letters: 20, top: 134, low: 162, side: 136, wide: 1.15, pill: { width: 90, height: 30 }, most: 1.4 };
const PHONE = { width: 390, height: 330, k: 1.05, reach: 58, trim: 36, bend: 0.27, letters: 15.5, top: 68, low: 80, side: 66, wide: 1.5, pill: { width: 70, height: 26 }, most: 1.25 };
/** A name is never smaller. */
const LEAST_LETTERS = 12.5;
const LEAST_SCALE = 0.55;
/** Where on its road a switch may stand, and how near two may come, in px. */
const PLACES = [0.5, 0.46, 0.54, 0.42, 0.58];
/** On a low map also here, and smaller. */
const LOW_PLACES = [...PLACES, 0.37, 0.32];
const LOW = { below: 300, least: 0.82, bend: 0.1 };
const APART = 6;

/** Where a messenger may wait behind the switch of his road, and what he fills. */
const WAITS = [0.8, 0.84, 0.76, 0.88, 0.72, 0.92, 0.2, 0.14];
/** A switch hides a message, a shield does not. */
const HIDES = 5;
const SCROLL = { width: 48, height: 30 };
/** How large it is on a small map. */
const SMALL_SCROLL = 0.75;

/** @type {WeakMap<Layout, OrderLayout>} */
const kept = new WeakMap();

/** What a layout of the stage is, where it is one of an order. @param {Layout} layout */
export const orderOf = (layout) => kept.get(layout) ?? null;

/** @param {import('../scene/arrange.js').Stage} stage @returns {OrderLayout} */
export function orderLayout({ width, height, compact = false, touch = compact, names = 1 }) {
  const tight = compact || width < 600 || height < 440;
  const form = tight ? PHONE : ROOMY;
  const unit = Math.max(LEAST_SCALE, Math.min(form.most, width / form.width, height / form.height));
  const k = form.k * unit;
  const rise = height - (form.top + form.low) * unit;
  const half = Math.min(width / 2 - form.side * unit, (form.wide * rise) / 1.4);
  const middle = width / 2;
  const low = height - form.low * unit;
  const letters = Math.max(form.letters * unit, LEAST_LETTERS) * names;
  const places = [{ x: middle, y: form.top * unit }, { x: middle + half, y: low }, { x: middle - half, y: low }];
  /** @type {Camp[]} */
  const camps = places.map(({ x, y }, i) => ({
    id: i + 1,
    x,
    y,
    k,
    hit: Math.max(50 * k, touch ? 44 : 32),
    label: { x, y: i === 0 ? y - 30 * k : y + 31 * k + letters, anchor: 'middle', scale: letters / (15 * k) },
  }));
  const centre = { x: middle, y: (places[0].y + 2 * low) / 3 };
  /** @type {OrderLayout} */
  const layout = {
    key: `order ${width}×${height} ${touch} ${names}`,
    width, height, n: 3, centre, camps, names: letters, unit: tight ? 1 : unit,
    radius: { x: half, y: rise / 2 },
    city: { ...centre, k: 0 },
    clear: 0,
    dots: false, bare: false, frame: !tight, compass: false, scaleBar: false,
    pills: [],
    reach: form.reach * k,
  };
  // The lowest road keeps off the names below it.
  const bend = (/** @type {Camp} */ from, /** @type {Camp} */ to) => (height < LOW.below && from.id === 2 && to.id === 3 ? LOW.bend : form.bend);
  const roads = new Map(
    camps.flatMap((from) => camps.filter((to) => to !== from).map((to) => [from.id * 256 + to.id, trustRoad(from, to, bend(from, to), form.trim * k)])),
  );
  built.set(layout, roads);
  const small = Math.max(LOW.least, Math.min(1, height / LOW.below));
  layout.pills = pillsOn(layout, [...roads.values()], { width: form.pill.width * small, height: form.pill.height * small }, tight ? LOW_PLACES : PLACES);
  layout.taken = layout.pills.map((pill) => boxAround(pill.x, pill.y, pill.width, pill.height));
  for (const way of roads.values()) way.behind = waitOn(way, layout.taken, stoodOn(layout), layout.frame ? unit : SMALL_SCROLL);
  kept.set(layout, layout);
  return layout;
}

/** Where on his road a messenger waits at its end, least on anything. @param {import('./trust-road.js').TrustRoad} way @param {Box[]} switches @param {Box[]} taken @param {number} scale */
function waitOn(way, switches, taken, scale) {
  const cost = (/** @type {number} */ part) => {
    const { x, y } = way.along(part);
    const box = boxAround(x, y, SCROLL.width * scale, SCROLL.height * scale);
    const lies = (/** @type {Box[]} */ others) => others.reduce((sum, other) => sum + Math.max(0, -distanceOf(box, other)), 0);
    return HIDES * lies(switches) + lies(taken) + Math.abs(part - BEHIND);
  };
  return WAITS.reduce((best, part) => (cost(part) < cost(best) ? part : best));
}

/** What no switch may cover: shields and names. @param {OrderLayout} layout @returns {Box[]} */
const stoodOn = ({ camps, names }) =>
  camps.flatMap(({ x, y, k, label }) => [boxAround(x, y, 50 * k, 56 * k), ...(label ? [boxAround(label.x, label.y - names * 0.3, 7.2 * names, names)] : [])]);

/**
 * Half way on each road, or a little aside where two come too near.
 * @param {OrderLayout} layout @param {import('./trust-road.js').TrustRoad[]} roads @param {{width: number, height: number}} size @param {readonly number[]} parts @returns {Pill[]}
 */
function pillsOn(layout, roads, size, parts) {
  const choices = roads.map((way) =>
    parts.map((part) => {
      const { x, y } = way.along(part);
      return { from: way.from, to: way.to, x, y, part, ...size };
    }),
  );
  const stood = stoodOn(layout);
  const near = (/** @type {Box} */ a, /** @type {Box} */ b) => Math.max(0, APART - distanceOf(a, b));
  /** @type {{pills: Pill[], cost: number}} */
  let best = { pills: [], cost: Infinity };
  /** @param {Pill[]} placed @param {number} cost */
  function place(placed, cost) {
    if (cost >= best.cost) return;
    if (placed.length === choices.length) {
      best = { pills: placed, cost };
      return;
    }
    for (const pill of choices[placed.length]) {
      const box = boxAround(pill.x, pill.y, pill.width, pill.height);
      const touched = [...stood, ...placed.map((other) => boxAround(other.x, other.y, other.width, other.height))].reduce((sum, other) => sum + near(box, other), 0);
      place([...placed, pill], cost + Math.abs(pill.part - 0.5) + 100 * touched);
    }
  }
  place([], 0);
  return best.pills;
}
