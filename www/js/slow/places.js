// Where letters under way wait on the map: near the camp they go to, each on its road, clear of names and of each other; many for one camp as a pile. Pure.

import { road } from '../scene/roads.js';
import { around, campBoxes, covered } from './boxes.js';
import { sizeOf } from './letter-shapes.js';

/** @typedef {import('../scene/types.js').Layout} Layout */
/** @typedef {import('../scene/labels.js').Box} Box */
/** @typedef {import('./queue.js').Row} Row */
/** @typedef {{row: Row, part: number, x: number, y: number}} Letter */
/** @typedef {{to: number, rows: Row[], x: number, y: number}} Pile */

/** More to one camp are a pile; fewer where the map is small, or many are under way. */
const SINGLE = 8;
const SINGLE_WHERE_DENSE = 4;
const DENSE = 24;
const SINGLE_WHERE_SMALL = 2;
const DENSE_WHERE_SMALL = 12;
/** In larger armies there are counts alone. */
const GENERALS = 10;
/** Parts of a road at which a letter may wait, the nearest to its camp first; those behind it on the road wait farther off. */
const PARTS = [0.78, 0.74, 0.7, 0.66, 0.62, 0.58, 0.54, 0.5, 0.46, 0.42, 0.38, 0.34, 0.3, 0.26];
/** A place this much farther is as bad as so many square px of another letter covered, at scale 1. */
const FARTHER = 16;
/** A name or a camp covered is so many times as bad as another letter. */
const STANDING = 3;
/** A pile lies so far from its camp towards the city, at scale 1, or, where a name or a sign is there, to a side or farther. */
const OFF = 62;
const TURNS = [0, 0.6, -0.6, 1.2, -1.2].flatMap((turn) => [1, 1.2, 1.45].map((farther) => ({ turn, farther })));
/** Each of these is worse than the one before it as so many square px covered. */
const LATER = 6;
/** Half the sides of a scroll and of a slim one, at scale 1. */
const SCROLL = { x: 27, y: 20 };
const SLIM = { x: 21, y: 22 };
const PILE = { x: 20, y: 16 };

/** @param {Layout} layout @param {Row[]} rows @param {readonly Box[]} [others] what stands on the map besides @returns {{letters: Letter[], piles: Pile[]}} */
export function placesOf(layout, rows, others = []) {
  if (layout.bare) return { letters: [], piles: [] };
  /** @type {Map<number, Row[]>} */
  const byCamp = new Map();
  for (const row of rows) byCamp.set(row.queued.event.to, [...(byCamp.get(row.queued.event.to) ?? []), row]);
  const [few, dense, most] = layout.frame ? [SINGLE_WHERE_DENSE, DENSE, SINGLE] : [SINGLE_WHERE_SMALL, DENSE_WHERE_SMALL, SINGLE_WHERE_DENSE];
  const single = rows.length <= dense ? most : few;
  const isPile = (/** @type {number} */ to) => layout.n > GENERALS || (byCamp.get(to)?.length ?? 0) > single;
  const taken = [...others, ...(layout.taken ?? []), ...layout.camps.flatMap(campBoxes)];
  const piles = layout.camps.flatMap((camp) => (byCamp.has(camp.id) && isPile(camp.id) ? pileAt(layout, camp, byCamp.get(camp.id) ?? [], taken) : []));
  return { letters: onRoads(layout, rows.filter(({ queued }) => !isPile(queued.event.to)), taken), piles };
}

/** In the clearest place, which from then on is taken. @param {Layout} layout @param {import('../scene/types.js').Camp} camp @param {Row[]} rows @param {Box[]} taken @returns {Pile} */
function pileAt({ centre, dots, unit, width, height }, { id, x, y, k }, rows, taken) {
  const towards = Math.atan2(centre.y - y, centre.x - x);
  const far = OFF * (dots ? Math.max(k, 0.45) : k);
  const within = (/** @type {number} */ at, /** @type {number} */ half, /** @type {number} */ most) => Math.max(half, Math.min(most - half, at));
  const places = (dots ? TURNS.slice(0, 1) : TURNS).map(({ turn, farther }, i) => {
    const at = {
      x: within(x + Math.cos(towards + turn) * far * farther, PILE.x * unit, width),
      y: within(y + Math.sin(towards + turn) * far * farther, PILE.y * unit, height),
    };
    const box = around(at.x, at.y, PILE, unit);
    return { ...at, box, cost: covered(box, taken) + LATER * i };
  });
  const best = places.reduce((a, b) => (b.cost < a.cost ? b : a));
  taken.push(best.box);
  return { to: id, rows, x: best.x, y: best.y };
}

/** One letter after the other has its place. @param {Layout} layout @param {Row[]} rows @param {readonly Box[]} stands @returns {Letter[]} */
function onRoads(layout, rows, stands) {
  const { k, slim } = sizeOf(layout, rows.length);
  const half = slim ? SLIM : SCROLL;
  /** @type {Box[]} */
  const taken = [];
  /** How far along each road the last one waits. @type {Map<string, number>} */
  const behind = new Map();
  return rows.map((row) => {
    const { from, to } = row.queued.event;
    const way = road(layout, from, to);
    const limit = behind.get(`${from} ${to}`) ?? 1;
    const open = PARTS.filter((part) => part < limit);
    const places = (open.length > 0 ? open : PARTS.slice(-1)).map((part, i) => {
      const at = way.at(part);
      const box = around(at.x, at.y, half, k);
      return { part, ...at, box, cost: covered(box, taken) + STANDING * covered(box, stands) + FARTHER * k * k * i };
    });
    const best = places.reduce((a, b) => (b.cost < a.cost ? b : a));
    taken.push(best.box);
    behind.set(`${from} ${to}`, best.part);
    return { row, part: best.part, x: best.x, y: best.y };
  });
}
