// Where a note goes: beside its messenger, on the first side where it covers no camp and no name. Pure.

import { labelBox } from '../scene/labels.js';

/** @typedef {import('../scene/types.js').Layout} Layout */
/** @typedef {{x: number, y: number, width: number, height: number}} Mark the middle and the size of a messenger */
/** @typedef {{left: number, right: number, top: number, bottom: number}} Box */
/** @typedef {'right' | 'left' | 'below' | 'above'} Side */
/** `tip`: where along the side that faces the messenger the arrow stands. @typedef {{side: Side, left: number, top: number, tip: number}} Spot */

/** Between a note and the halo of its messenger, and between it and the frame. */
const GAP = 8;
const MARGIN = 10;
/** The arrow keeps this far from a corner. */
const CORNER = 16;
/** How finely places along a side are tried. */
const GRAIN = 6;

/** What a camp fills, at scale 1: tents, shield and, for the commander, the crown. */
const CAMP = { half: 46, up: 26, crown: 48, down: 32 };

const CITY = { half: 90, up: 66, down: 48 };

/** What no note may cover: shields, tents and names. @param {Layout} layout @returns {Box[]} */
export function keepOff({ camps }) {
  return camps.flatMap((camp) => {
    const { id, x, y, k, label } = camp;
    const own = {
      left: x - CAMP.half * k,
      right: x + CAMP.half * k,
      top: y - (id === 1 ? CAMP.crown : CAMP.up) * k,
      bottom: y + CAMP.down * k,
    };
    return label ? [own, labelBox(label, k)] : [own];
  });
}

/**
 * The same on a stage of which the reader sees a part, larger.
 * @param {Layout} layout @param {Mark} mark @param {{times: number, dx: number, dy: number}} frame @param {{width: number, height: number}} stage
 * @returns {{plan: Layout, box: Mark}}
 */
export function seenFrom(layout, mark, { times, dx, dy }, { width, height }) {
  /** @template {{x: number, y: number}} P @param {P} p @returns {P} */
  const moved = (p) => ({ ...p, x: p.x * times + dx, y: p.y * times + dy });
  const camps = layout.camps.map((camp) => ({ ...moved(camp), k: camp.k * times, label: camp.label && moved(camp.label) }));
  const city = { ...moved(layout.city), k: layout.city.k * times };
  return {
    plan: { ...layout, width, height, camps, city },
    box: { ...moved(mark), width: mark.width * times, height: mark.height * times },
  };
}

/** @param {Box} a @param {Box} b */
const meet = (a, b) => a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;

/**
 * The first free place of right, left, below, above; null where none is free, or where the messenger himself is not seen.
 * @param {Layout} layout @param {Mark} mark @param {{width: number, height: number}} note @param {Box[]} [others] what lies over the map
 * @returns {Spot | null}
 */
export function placeNote(layout, mark, note, others = []) {
  const seen = { left: mark.x - mark.width / 2, right: mark.x + mark.width / 2, top: mark.y - mark.height / 2, bottom: mark.y + mark.height / 2 };
  if (others.some((other) => meet(seen, other))) return null;
  const away = [...keepOff(layout), ...others];
  return find(layout, mark, note, [...away, cityOf(layout)]) ?? find(layout, mark, note, away);
}

/** The walls: covered only where nothing else is free. @param {Layout} layout @returns {Box} */
function cityOf({ city: { x, y, k } }) {
  return { left: x - CITY.half * k, right: x + CITY.half * k, top: y - CITY.up * k, bottom: y + CITY.down * k };
}

/**
 * @param {Layout} layout @param {Mark} mark @param {{width: number, height: number}} note @param {Box[]} away
 * @returns {Spot | null}
 */
function find(layout, mark, note, away) {
  const upright = { across: note.height, at: mark.y, most: layout.height };
  const level = { across: note.width, at: mark.x, most: layout.width };
  const x = { right: mark.x + mark.width / 2 + GAP, left: mark.x - mark.width / 2 - GAP - note.width };
  const y = { below: mark.y + mark.height / 2 + GAP, above: mark.y - mark.height / 2 - GAP - note.height };
  for (const side of /** @type {Side[]} */ (['right', 'left', 'below', 'above'])) {
    const beside = side === 'right' || side === 'left';
    const { across, at, most } = beside ? upright : level;
    for (const shift of shifts(across)) {
      const from = at - across / 2 + shift;
      if (from < MARGIN || from + across > most - MARGIN) continue;
      const left = side === 'right' || side === 'left' ? x[side] : from;
      const top = side === 'below' || side === 'above' ? y[side] : from;
      const box = { left, right: left + note.width, top, bottom: top + note.height };
      if (box.left < MARGIN || box.right > layout.width - MARGIN || box.top < MARGIN || box.bottom > layout.height - MARGIN)
        continue;
      if (!away.some((other) => meet(box, other))) return { side, left, top, tip: at - from };
    }
  }
  return null;
}

/** How far a note may slide along its messenger: not at all, then a little more to either side. @param {number} across */
function shifts(across) {
  const most = Math.max(0, across / 2 - CORNER);
  const all = [0];
  for (let by = GRAIN; by <= most; by += GRAIN) all.push(by, -by);
  return all;
}
