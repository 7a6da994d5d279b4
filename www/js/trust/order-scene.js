// The map of an order as shapes, back to front: the guild, who rests on whom, the roads of trust, parties, messengers. Pure.

import { ARROW_HEAD } from '../scene/art.js';
import { boxAround, distanceOf } from './boxes.js';
import { easeOut, easeStamp } from '../scene/ease.js';
import { fog } from '../scene/fog.js';
import { land, margin } from '../scene/ground.js';
import { faded, put, textWidth } from '../scene/place.js';
import { built, road } from '../scene/roads.js';
import { messengers } from '../scene/scene.js';
import { guildLine, wordPlaces } from './guild.js';
import { orderOf } from './order-layout.js';
import { partyBody, partyName } from './party.js';
import { partOf } from './trust-road.js';

/** @typedef {import('../scene/types.js').Shape} Shape */
/** @typedef {import('../scene/types.js').Mark} Mark */
/** @typedef {import('../scene/types.js').World} World */
/** @typedef {import('./order-layout.js').OrderLayout} OrderLayout */
/** `members` null: whoever looks cannot know; `drawn` 0…1: how much of the line is drawn. @typedef {{members: number[] | null, drawn: number}} Guild */
/**
 * What an order has that other runs have not. `standing`: in words, by party.
 * @typedef {{trusts: (from: number, to: number) => boolean, guild: Guild, rests: {party: number, on: number[]}[], standing: (id: number) => string,
 *   viewer: number | null, words: {name: (id: number) => string, letter: (word: 'A' | 'R') => string, guild: string[]}}} Order
 */

const UNLIT = 0.35;
/** Beside the straight way between two parties. */
const ASIDE = 5;
const GUILD_WORDS = 15.5;

/** @param {OrderLayout} layout @param {World} world @param {import('../scene/types.js').Words} words @param {Order} order @returns {Shape[]} */
export function orderScene(layout, world, words, order) {
  const letter = (/** @type {import('../scene/types.js').Ride} */ ride) => (ride.said === 'A' || ride.said === 'R' ? { ...ride, letter: order.words.letter(ride.said) } : ride);
  const now = { ...world, rides: world.rides.map(letter) };
  const unseen = unseenBy(order.viewer);
  return [
    groundOf(layout, words),
    ...guildMarks(layout, order, words.italic ?? true),
    ...(unseen.length > 0 ? [fog(layout, { ...world, unseen }, { ...words, unseen: '' })] : []),
    ...restMarks(layout, order),
    ...roadMarks(layout, order),
    ...now.rides.flatMap((ride) => faded(riddenMarks(layout, ride), now.lit === null || now.lit === undefined || now.lit === ride.index ? 1 : UNLIT)),
    ...parties(layout, now, order, words.italic ?? true),
    ...messengers(layout, now, 'scroll'),
  ];
}

/** The roads between the two others. @param {number | null} viewer */
function unseenBy(viewer) {
  if (viewer === null) return [];
  const [a, b] = [1, 2, 3].filter((id) => id !== viewer);
  return [{ from: a, to: b }, { from: b, to: a }];
}

/** @param {OrderLayout} layout @param {import('../scene/types.js').Words} words @returns {Shape} */
function groundOf(layout, words) {
  const { key, width, height } = layout;
  return { kind: 'still', key: `${key} ground`, width, height, opaque: true, shapes: [...land(layout), ...margin(layout, words)] };
}

/** @param {OrderLayout} layout @param {Order} order @param {boolean} italic @returns {Mark[]} */
function guildMarks(layout, { guild, words }, italic) {
  const members = (guild.members ?? []).flatMap((id) => layout.camps[id - 1] ?? []);
  const { d, length } = guildLine(members, layout.reach);
  if (d === '') return [];
  const drawn = easeOut(guild.drawn);
  /** @type {Mark[]} */
  const marks = [
    { kind: 'path', d, fill: 'paper-raised', opacity: 0.55 * drawn },
    { kind: 'path', d, stroke: 'ink', width: 2.4, ...(drawn < 1 ? { dash: [length * drawn, length] } : {}) },
  ];
  const size = layout.frame ? GUILD_WORDS * layout.unit : 13;
  const places = wordPlaces(members, layout.reach, size);
  // Where there is no room for all that is to be said, its name alone.
  const [found] = words.guild.flatMap((text) => places.filter((at) => isFree(layout, at, textWidth(text, size), size)).map((at) => ({ text, ...at })));
  if (found) marks.push({ kind: 'text', ...found, size, weight: 500, fill: 'ink', align: 'middle', italic, halo: 'map', haloWidth: 4, opacity: drawn });
  return marks;
}

/** Whether a line of words lies on the map and on no switch. @param {OrderLayout} layout @param {{x: number, y: number, rotate: number}} at @param {number} width @param {number} size */
function isFree({ pills, camps, width: wide, height: high }, { x, y, rotate }, width, size) {
  const turn = (rotate * Math.PI) / 180;
  const points = Array.from({ length: 9 }, (_, i) => ({ x: x + ((i - 4) / 8) * width * Math.cos(turn), y: y + ((i - 4) / 8) * width * Math.sin(turn) - size * 0.3 }));
  const boxes = points.map((point) => boxAround(point.x, point.y, size, size));
  const taken = [...pills.map((pill) => boxAround(pill.x, pill.y, pill.width, pill.height)), ...camps.map((camp) => boxAround(camp.x, camp.y, 54 * camp.k, 54 * camp.k))];
  return boxes.every((box) => box.left > 12 && box.right < wide - 12 && box.top > 12 && box.bottom < high - 12 && taken.every((other) => distanceOf(box, other) > 2));
}

/**
 * From each party to those it rests on under the rule, close along the straight way, an anchor at its end: solid where it trusts them,
 * broken where not.
 * @param {OrderLayout} layout @param {Order} order @returns {Mark[]}
 */
function restMarks(layout, { rests, trusts }) {
  return rests.flatMap(({ party, on }) => on.filter((other) => other !== party).flatMap((other) => restLine(layout, party, other, trusts(party, other))));
}

/** @param {OrderLayout} layout @param {number} party @param {number} on @param {boolean} trusted @returns {Mark[]} */
function restLine(layout, party, on, trusted) {
  const [a, b] = [layout.camps[party - 1], layout.camps[on - 1]];
  const far = Math.hypot(b.x - a.x, b.y - a.y);
  const [ux, uy] = [(b.x - a.x) / far, (b.y - a.y) / far];
  const [from, to] = [31 * a.k, far - 33 * b.k];
  const point = (/** @type {number} */ along) => ({ x: a.x + ux * along + uy * ASIDE, y: a.y + uy * along - ux * ASIDE });
  const [start, end] = [point(from), point(to)];
  return [
    {
      kind: 'curve', x0: start.x, y0: start.y, cx: (start.x + end.x) / 2, cy: (start.y + end.y) / 2, x1: end.x, y1: end.y, stroke: 'ink-2', width: 1.1,
      ...(trusted ? {} : { dash: [9, 5] }),
    },
    ...anchor(end.x, end.y, trusted),
  ];
}

/** The end of a line of who rests on whom. @param {number} x @param {number} y @param {boolean} trusted @returns {Mark[]} */
export const anchor = (x, y, trusted) => [put({ d: 'M-4-4H4V4H-4Z', fill: trusted ? 'ink-2' : 'map', stroke: 'ink-2', width: 1.2, join: 'miter' }, x, y, 1, { rotate: 45 })];

/** How a road looks. @param {boolean} trusted @returns {import('../scene/types.js').Stroke} */
export const trustStroke = (trusted) => (trusted ? { stroke: 'ink', width: 2.4 } : { stroke: 'ink-3', width: 1.4, dash: [3, 6] });

/** @param {OrderLayout} layout @param {Order} order @returns {Mark[]} */
const roadMarks = (layout, { trusts }) =>
  [...(built.get(layout)?.values() ?? [])].flatMap((way) => {
    const trusted = trusts(way.from, way.to);
    const line = trustStroke(trusted);
    const end = way.part(0.98, 1);
    return [
      /** @type {Mark} */ ({ kind: 'curve', ...way.part(0, 1), ...line }),
      put({ d: ARROW_HEAD, stroke: line.stroke, width: trusted ? 1.6 : 1.2, cap: 'round', join: 'round' }, end.x1, end.y1, layout.frame ? 1.5 : 1.2, { rotate: way.heading(1) }),
    ];
  });

/** What a messenger has behind him. @param {OrderLayout} layout @param {import('../scene/types.js').Ride} ride @returns {Mark[]} */
function riddenMarks(layout, ride) {
  const way = /** @type {import('./trust-road.js').TrustRoad} */ (road(layout, ride.from, ride.to));
  const done = ride.said === null ? 0 : ride.kept ? 1 : partOf(ride.progress, way.behind);
  if (done <= 0) return [];
  const lie = ride.lie === true;
  return [{ kind: 'curve', ...way.part(0, done), stroke: lie ? 'traitor' : 'ink-2', width: 2.6, opacity: lie ? 1 : 0.85, ...(lie ? { dash: [6, 4] } : {}) }];
}

/** @param {OrderLayout} layout @param {World} world @param {Order} order @param {boolean} italic @returns {Mark[]} */
function parties(layout, world, { words, standing }, italic) {
  const raised = world.ending ? easeStamp(Math.min(1, 3 * world.ending.progress)) : 1;
  return world.generals.flatMap((general) => {
    const camp = layout.camps[general.id - 1];
    if (!camp) return [];
    const isStrong = !world.pointed?.length || world.pointed.includes(general.id);
    const leaning = general.leaning ? { letter: words.letter(general.leaning), paid: general.leaning === 'A' } : null;
    const marks = [
      ...partyBody(camp, general, { chosen: world.chosen === general.id, witness: world.witnesses.includes(general.id), raised, letter: words.letter }),
      ...partyName(camp, { name: words.name(general.id), standing: standing(general.id), leaning, size: layout.names, italic, width: layout.width }),
    ];
    return faded(marks, isStrong ? 1 : UNLIT);
  });
}

/** The layout of an order, of any. @param {import('../scene/types.js').Layout} layout */
export const orderLayoutOf = (layout) => /** @type {OrderLayout} */ (orderOf(layout));
