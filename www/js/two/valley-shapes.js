// The two camps, the valley and its messengers as shapes, back to front. Pure.

import { ARROW_HEAD, SCROLL_ROLL_LEFT, SCROLL_ROLL_RIGHT, SCROLL_SHEET } from '../scene/art.js';
import { campBody, campGlow, campName } from '../scene/camp.js';
import { cityGround, cityWalls } from '../scene/city.js';
import { easeInOut } from '../scene/ease.js';
import { land, margin } from '../scene/ground.js';
import { edge, scroll } from '../scene/messenger.js';
import { faded, put } from '../scene/place.js';
import { along, CROWDED, headingAt, placeOf, stretch } from './valley.js';

/** @typedef {import('../scene/types.js').Shape} Shape */
/** @typedef {import('../scene/types.js').Mark} Mark */
/** @typedef {import('../scene/types.js').World} World */
/** @typedef {import('../scene/types.js').Order} Order */
/** @typedef {import('./valley.js').Valley} Valley */
/** @typedef {import('./valley.js').Lane} Lane */
/** @typedef {import('./riders.js').Rider} Rider */
/**
 * What is written on the map beside names. `said`: what a messenger brings, in his words.
 * @typedef {import('../scene/types.js').Words & {valley: string[], caught: string, said: (id: number) => string}} Words
 */
/** `order` null: whoever looks has not heard it; `isHeard`: it has come to general 2, as far as that is seen. @typedef {{riders: Rider[], order: Order | null, isHeard: boolean, lit: number | null}} Ridden */

/** Letters on the map are no smaller. */
const LEAST = 11;
const FAINT = 0.45;
/** A lower map has no room for the valley's name. */
const LOW = 240;
/** From this height on a map has room for the valley's name beside what is said. */
const ROOMY = 430;

/** @type {WeakMap<Valley, Map<string, Shape>>} */
const grounds = new WeakMap();

/** The land, the valley in it and the city: it stays as it is. @param {Valley} valley @param {Words} words @param {boolean} flag @returns {Shape} */
function ground(valley, words, flag) {
  const kept = grounds.get(valley) ?? new Map();
  grounds.set(valley, kept);
  const key = ['valley', valley.key, flag, words.italic, ...words.valley].join('|');
  const { width, height } = valley;
  const shapes = () => [
    ...land(valley),
    ...band(valley),
    ...margin(valley, words),
    ...cityGround({ ...valley, city: { ...valley.city } }, { ...words, city: '' }),
    ...cityWalls(valley, { flag }),
    ...valleyName(valley, words),
  ];
  const still = kept.get(key) ?? { kind: 'still', key, width, height, opaque: true, shapes: shapes() };
  kept.set(key, still);
  return still;
}

/** The valley: lower ground between two dotted edges, and what runs through it. @param {Valley} valley @returns {Shape[]} */
function band({ band: { x0, x1 }, width, height, frame }) {
  const [top, low] = frame ? [11, height - 11] : [0, height];
  const y = (/** @type {number} */ t) => top + (low - top) * t;
  const w = width / 860;
  const down = `C${x0 - 15 * w} ${y(0.26)} ${x0 + 19 * w} ${y(0.45)} ${x0 - 5 * w} ${y(0.66)} ${x0 - 19 * w} ${y(0.81)} ${x0 + w} ${y(0.94)} ${x0 - 7 * w} ${y(1)}`;
  const up = `C${x1 - 3 * w} ${y(0.91)} ${x1 + 19 * w} ${y(0.78)} ${x1 + w} ${y(0.63)} ${x1 - 19 * w} ${y(0.46)} ${x1 + 11 * w} ${y(0.26)} ${x1 - 7 * w} ${y(0)}`;
  const river = [
    `M${x0 + 80 * w} ${y(0)}C${x0 + 92 * w} ${y(0.16)} ${x0 + 76 * w} ${y(0.28)} ${x0 + 92 * w} ${y(0.39)}`,
    `M${x0 + 158 * w} ${y(0.73)}C${x0 + 140 * w} ${y(0.81)} ${x0 + 162 * w} ${y(0.91)} ${x0 + 150 * w} ${y(1)}`,
  ];
  return [
    { kind: 'path', d: `M${x0 + 5 * w} ${top}${down}H${x1 + 11 * w}${up}Z`, fill: 'map-edge', opacity: 0.85 },
    { kind: 'path', d: `M${x0 + 5 * w} ${top}${down}M${x1 + 11 * w} ${low}${up}`, stroke: 'ink-3', width: 1.2, dash: [2, 6], cap: 'round', opacity: 0.7 },
    { kind: 'path', d: river.join(''), stroke: 'contour', width: 9, cap: 'round', opacity: 0.35 },
  ];
}

/** Whose the valley is: where the lowest lanes leave room. @param {Valley} valley @param {Words} words @returns {Mark[]} */
function valleyName({ lanes, k, width, height, spoken, frame }, { valley, italic = true }) {
  if (!spoken || height < LOW) return [];
  const size = Math.max(LEAST, 13.5 * k);
  const under = lanes.length < 4;
  // Beside few lanes the lowest messenger has his words and his fate: on a low map they are over the valley's name.
  if (under && height < ROOMY) return [];
  const [x, y] = under ? [0.59 * width, height - 44 * k] : [width / 2, height - (frame ? 20 : 10)];
  const lines = under ? valley : [valley.join(' ')];
  return lines.map((text, i) => ({ kind: 'text', text, x, y: y + 17 * k * i, size, weight: 400, italic, fill: 'ink-2', align: 'middle', halo: 'map-edge', haloWidth: 4 }));
}

/** The road of a messenger: solid behind him, dotted ahead. @param {Lane} lane @param {Rider} rider @param {number} t @param {number} k @returns {Mark[]} */
function road(lane, { fate }, t, k) {
  const behind = fate === 'arrived' ? 1 : t;
  const end = along(lane, 1);
  const head = { d: ARROW_HEAD, stroke: 'ink-3', width: 1.5, cap: /** @type {const} */ ('round'), join: /** @type {const} */ ('round') };
  /** @type {Mark[]} */
  const marks = [];
  if (behind < 1) marks.push({ kind: 'curve', ...stretch(lane, behind, 1), stroke: 'ink-3', width: 1.3, dash: [0.1, 5], cap: 'round', opacity: 0.8 });
  if (behind > 0) marks.push({ kind: 'curve', ...stretch(lane, 0, behind), stroke: 'ink-2', width: 1.6, opacity: 0.75 });
  marks.push(put(head, end.x, end.y, Math.max(0.8, k), { rotate: headingAt(lane) }));
  return fate === 'never' ? faded(marks, FAINT) : marks;
}

/** The number of a messenger on his lane: filled, with a ring where he is to be caught, hollow where he never sets out. @param {Valley} valley @param {Lane} lane @param {Rider} rider @param {boolean} lit @returns {Mark[]} */
function disc({ k, lanes }, { id, disc: { x, y } }, { fate, isShort }, lit) {
  const r = (lanes.length < CROWDED ? 11 : 9) * Math.max(0.82, Math.min(1, k));
  const never = fate === 'never';
  const ring = isShort && fate !== 'gone';
  /** @type {Mark[]} */
  const marks = [{ kind: 'disc', x, y, rx: r, ry: r, fill: never ? 'map' : 'ink', ...(never ? { stroke: 'ink-3', width: 1.4, dash: [2.5, 2.5] } : {}) }];
  if (ring) marks.push({ kind: 'disc', x, y, rx: r + 3.5, ry: r + 3.5, stroke: 'ink', width: 1.6, dash: [3, 3] });
  if (lit) marks.push({ kind: 'disc', x, y, rx: r + 3.5, ry: r + 3.5, stroke: 'ink', width: 2 });
  marks.push({ kind: 'text', text: String(id), x, y: y + r * 0.43, size: r * 1.25, weight: 600, fill: never ? 'ink-2' : 'paper', align: 'middle' });
  return marks;
}

/** One who is caught: what he brought is out of sight. @param {number} x @param {number} y @param {number} k @param {Valley} valley @param {Words} words @returns {Mark[]} */
function caughtAt(x, y, k, valley, { caught, italic = true }) {
  const r = valley.ring;
  const sheet = { fill: 'unknown-tint', stroke: 'unknown', width: 1.6 };
  const size = Math.max(LEAST, 14 * Math.min(1, valley.k));
  // Below him, or where that is another's lane or the edge of the map, at his side.
  const isFree = valley.lanes.length < CROWDED && y + r + size + 10 < valley.height;
  const beside = isFree
    ? { x, y: y + r + size + 2, align: /** @type {const} */ ('middle') }
    : { x: x + r + 5, y: y + size * 0.35, align: /** @type {const} */ ('start') };
  return [
    { kind: 'disc', x, y, rx: r, ry: r, fill: 'paper-raised', opacity: 0.7 },
    { kind: 'disc', x, y, rx: r, ry: r, stroke: 'ink', width: 1.6, dash: [3, 4] },
    ...[SCROLL_SHEET, SCROLL_ROLL_LEFT, SCROLL_ROLL_RIGHT].map((d) => put({ d, ...sheet, join: 'round' }, x, y, k)),
    put({ d: 'M-10.5-10.5 10.5 10.5M10.5-10.5-10.5 10.5', stroke: 'ink', width: 3.4, cap: 'round' }, x, y, k),
    { kind: 'text', text: caught, ...beside, size, weight: 600, italic, fill: 'ink', halo: 'map-edge', haloWidth: 5 },
  ];
}

/** @param {Valley} valley @param {Lane} lane @param {Rider} rider @param {Ridden} ridden @param {Words} words @returns {Mark[]} */
function messenger(valley, lane, rider, { order, lit }, words) {
  const { fate, progress, id, from, to } = rider;
  if (fate === 'ahead' || fate === 'never' || progress <= 0) return [];
  const t = placeOf(lane, rider, easeInOut);
  const { x, y } = along(lane, t);
  const k = valley.scroll;
  if (fate === 'caught') return caughtAt(x, y, k, valley, words);
  const drawn = scroll({ from, to, said: order ?? '?', lie: false, progress: 1, index: id }, x, y, k, k < 0.55);
  return [...(lit === id ? edge(x, y, k, k < 0.55, 1) : []), ...(fate === 'gone' && progress >= 1 ? faded(drawn, 0.6) : drawn)];
}

/** What he says, beside his lane. @param {Valley} valley @param {Lane} lane @param {Rider} rider @param {Words} words @returns {Mark[]} */
function saying({ spoken, k, scroll }, lane, { id, fate, progress }, { said, italic = true }) {
  if (!spoken || fate === 'ahead' || fate === 'never' || progress < 1) return [];
  const first = id === 1;
  const at = first ? along(lane, lane.rest) : along(lane, 0.24);
  const dy = first ? -20 * scroll - 6 * k : 34 * k;
  return [{ kind: 'text', text: said(id), x: at.x, y: at.y + dy, size: Math.max(LEAST, 14 * k), weight: 400, italic, fill: first ? 'ink' : 'ink-2', align: 'middle', halo: 'map', haloWidth: 4 }];
}

/** The camps with what each decides. @param {Valley} valley @param {World} world @param {Ridden} ridden @param {Words} words @param {number} raised @returns {Mark[]} */
function camps({ camps }, world, { order, isHeard }, words, raised) {
  return world.generals.flatMap((general) => {
    const camp = camps[general.id - 1];
    if (!camp) return [];
    const look = { chosen: world.chosen === general.id, witness: world.witnesses.includes(general.id), dot: false, raised, lowered: 0, struck: 0 };
    // That both are loyal is known to both.
    const leaning = general.decision || (general.id === 2 && !isHeard) ? null : order;
    const known = { ...general, loyal: true, leaning };
    return [...campGlow(camp, 1), ...campBody(camp, known, look), ...campName(camp, known, words.general(general.id), look)];
  });
}

/**
 * @param {Valley} valley @param {World} world whose generals stand there @param {Ridden} ridden @param {Words} words
 * @returns {Shape[]}
 */
export function valleyShapes(valley, world, ridden, words) {
  const { riders, lit } = ridden;
  const each = (/** @type {(lane: Lane, rider: Rider) => Mark[]} */ draw) => valley.lanes.flatMap((lane, i) => draw(lane, riders[i]));
  return [
    ground(valley, words, true),
    ...each((lane, rider) => road(lane, rider, placeOf(lane, rider, easeInOut), valley.k)),
    ...camps(valley, world, ridden, words, world.ending ? easeInOut(world.ending.progress) : 1),
    ...each((lane, rider) => disc(valley, lane, rider, lit === rider.id)),
    ...each((lane, rider) => saying(valley, lane, rider, words)),
    ...each((lane, rider) => messenger(valley, lane, rider, ridden, words)),
  ];
}
