// The stage as a list of shapes, back to front: the same world gives the same shapes. Colours are names of tokens.
import { campBody, campGlow, campName } from './camp.js';
import { cityWalls } from './city.js';
import { UNLIT, dots, hasLeft, isSlim, levelOf, messengerScale, positions, riding } from './crowd.js';
import { ending } from './ending.js';
import { flow } from './flow.js';
import { fog } from './fog.js';
import { ground } from './ground.js';
import { edge, glyph, ridden, scroll, unlike } from './messenger.js';
import { faded } from './place.js';
import { road } from './roads.js';

/** @typedef {import('./types.js').Layout} Layout */
/** @typedef {import('./types.js').World} World */
/** @typedef {import('./types.js').Words} Words */
/** @typedef {import('./types.js').Shape} Shape */
/** @typedef {import('./types.js').General} General */
/** @typedef {import('./types.js').Camp} Camp */
/** @typedef {import('./ending.js').CampState} CampState */

/** @type {CampState} */
const AT_REST = { raised: 1, lowered: 0, struck: 0, lit: 1 };
/** @type {CampState} */
const BEFORE_THE_END = { ...AT_REST, raised: 0 };

/**
 * @param {Layout} layout @param {World} world @param {Words} words @param {Shape[]} [among] what lies over the camps, and under who rides
 * @returns {Shape[]}
 */
export function scene(layout, world, words, among = []) {
  const end = world.ending ? ending(layout, world.generals, world.ending.kind, world.ending.progress) : null;
  const level = levelOf(riding(world));
  const flag = end?.flag ?? true;
  /** @type {Shape[]} */
  const shapes = [ground(layout, words, { flag })];
  if (world.unseen?.length) shapes.push(fog(layout, world, words));
  if (world.flow) shapes.push(flow(layout, world, world.flow));
  if (world.crowd) shapes.push(dots(layout, world, world.crowd), ...cityWalls(layout, { flag }));
  else if (level === 'scroll') {
    const many = isSlim(world.rides.length);
    for (const ride of world.rides) {
      shapes.push(...faded(ridden(road(layout, ride.from, ride.to), ride, layout.unit, many), strength(world, ride.index)));
    }
  }
  if (end) shapes.push(...end.under, ...camps(layout, world, words, (g) => end.camps.get(g.id) ?? BEFORE_THE_END), ...end.over);
  else shapes.push(keptCamps(layout, world, words));
  shapes.push(...among);
  if (level !== 'dot') shapes.push(...messengers(layout, world, level));
  return shapes;
}

/** @param {World} world @param {number} index */
function strength({ lit = null }, index) {
  return lit === null || lit === index ? 1 : UNLIT;
}

/**
 * What surrounds a messenger who is picked, or who has just changed.
 * @param {World} world @param {number} index @param {number} x @param {number} y @param {number} k @param {boolean|null} slim
 * @returns {import('./types.js').Mark[]}
 */
function edges({ picked = null, flash = null }, index, x, y, k, slim) {
  const strong = picked === index ? 1 : flash?.steps.has(index) ? 0.9 * flash.strength : 0;
  return strong > 0 ? edge(x, y, k, slim, strong) : [];
}

/** @param {Layout} layout @param {World} world @param {'scroll'|'glyph'} level @returns {Shape[]} */
export function messengers(layout, world, level) {
  const k = messengerScale(layout, world.rides.length);
  const slim = isSlim(world.rides.length);
  const at = positions(layout, world);
  /** @type {Shape[]} */
  const shapes = [];
  world.rides.forEach((ride, i) => {
    if (!hasLeft(ride)) return;
    const { x, y } = /** @type {{x: number, y: number}} */ (at[i]);
    shapes.push(...edges(world, ride.index, x, y, k, level === 'glyph' ? null : slim));
    const marks = level === 'scroll' ? scroll(ride, x, y, k, slim) : glyph(ride, x, y, k);
    if (world.differing?.has(ride.index)) marks.push(...unlike(x, y, k, level === 'glyph'));
    shapes.push(...faded(marks, strength(world, ride.index)));
  });
  return shapes;
}

/**
 * All camps as one picture to keep: they change only when something is decided or chosen.
 * @param {Layout} layout @param {World} world @param {Words} words @returns {Shape}
 */
function keptCamps(layout, world, words) {
  const { width, height } = layout;
  const key = ['camps', layout.key, world.chosen, world.witnesses.join('.'), world.pointed?.join('.'), words.italic]
    .concat(world.generals.map((g) => [g.id, g.loyal, g.commander, g.opinion, g.standing, g.leaning, g.decision, g.raised, words.general(g.id)].join(',')))
    .join('|');
  return { kind: 'still', key, width, height, opaque: false, shapes: camps(layout, world, words, () => AT_REST) };
}

/**
 * Lights first, then camps from the far side of the map to the near one, names on top.
 * @param {Layout} layout @param {World} world @param {Words} words @param {(general: General) => CampState} state
 * @returns {Shape[]}
 */
function camps(layout, world, words, state) {
  const all = world.generals
    .map((general) => {
      const camp = /** @type {Camp} */ (layout.camps[general.id - 1]);
      const now = state(general);
      const look = {
        chosen: world.chosen === general.id,
        witness: world.witnesses.includes(general.id),
        dot: layout.dots,
        raised: now.raised * (general.raised ?? 1),
        lowered: now.lowered,
        struck: now.struck,
      };
      const pointed = !world.pointed?.length || world.pointed.includes(general.id);
      return { camp, general, look, lit: pointed ? now.lit : 0, strength: pointed ? 1 : UNLIT };
    })
    .filter(({ camp }) => camp !== undefined)
    .sort((a, b) => a.camp.y - b.camp.y || a.camp.id - b.camp.id);
  return [
    ...(layout.dots ? [] : all.flatMap(({ camp, lit }) => campGlow(camp, lit))),
    ...all.flatMap(({ camp, general, look, strength }) => faded(campBody(camp, general, look), strength)),
    ...all.flatMap(({ camp, general, look, strength }) => faded(campName(camp, general, words.general(general.id), look), strength)),
  ];
}
