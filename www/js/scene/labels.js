// Where a camp's name goes: below, beside or above it, on the first side that no road, frame or other camp disputes.
import { CITY_KEEP, road } from './roads.js';

/** @typedef {import('./types.js').Layout} Layout */
/** @typedef {import('./types.js').Camp} Camp */
/** @typedef {import('./types.js').Label} Label */
/** @typedef {{left: number, right: number, top: number, bottom: number}} Box */

/** Room kept for a name at scale 1, and for the order token after it. */
export const NAME_WIDTH = 72;
export const TOKEN_WIDTH = 24;
/** Size of a name at scale 1. */
export const NAME_SIZE = 15;

/**
 * The box a name with its token fills.
 * @param {Label} label @param {number} k scale of its camp @returns {Box}
 */
export function labelBox({ x, y, anchor }, k) {
  const name = NAME_WIDTH * k;
  const token = TOKEN_WIDTH * k;
  const top = y - 13 * k;
  const bottom = y + 5 * k;
  if (anchor === 'start') return { left: x, right: x + name + token, top, bottom };
  if (anchor === 'end') return { left: x - name - token, right: x, top, bottom };
  return { left: x - (name + token) / 2, right: x + (name + token) / 2, top, bottom };
}

/** Gives every camp of a layout under construction its label. @param {Layout} layout @returns {Layout} */
export function placeLabels(layout) {
  // Roads end before a name, so those of the finished layout are not yet known: these are of a copy without names.
  const paths = ridden({ ...layout });
  /** @type {Box[]} */
  const taken = [];
  for (const camp of layout.camps) {
    let best = /** @type {Label|null} */ (null);
    let least = Infinity;
    candidates(layout, camp).forEach((label, rank) => {
      const cost = disputes(layout, camp, labelBox(label, camp.k), paths, taken) + rank * 0.4;
      if (cost < least) {
        least = cost;
        best = label;
      }
    });
    if (!best) continue;
    camp.label = best;
    taken.push(labelBox(best, camp.k));
  }
  return layout;
}

/** Below, outer side, inner side, above. @param {Layout} layout @param {Camp} camp @returns {Label[]} */
function candidates(layout, { x, y, k, id }) {
  const outer = x < layout.centre.x - 1 ? -1 : 1;
  const beside = (/** @type {number} */ side) =>
    /** @type {Label} */ ({ x: x + side * 62 * k, y: y + 6 * k, anchor: side > 0 ? 'start' : 'end' });
  return [
    { x, y: y + 50 * k, anchor: 'middle' },
    beside(outer),
    beside(-outer),
    { x, y: y - (id === 1 ? 54 : 36) * k, anchor: 'middle' },
  ];
}

/**
 * Points of all roads that messengers take: the commander's orders and what lieutenants tell each other.
 * @param {Layout} layout
 */
function ridden(layout) {
  const paths = [];
  for (let i = 1; i <= layout.n; i += 1) {
    for (let j = 2; j <= layout.n; j += 1) if (i !== j) paths.push(road(layout, i, j).table);
  }
  return paths;
}

/** How much speaks against a place. @param {Layout} layout @param {Camp} camp @param {Box} box @param {Float32Array[]} paths @param {Box[]} taken */
function disputes(layout, camp, box, paths, taken) {
  let cost = 0;
  const edge = 16;
  if (box.left < edge || box.right > layout.width - edge || box.top < edge || box.bottom > layout.height - edge) cost += 60;
  const { city } = layout;
  if (
    box.right > city.x - CITY_KEEP.rx * city.k && box.left < city.x + CITY_KEEP.rx * city.k &&
    box.bottom > city.y + (CITY_KEEP.dy - CITY_KEEP.ry) * city.k && box.top < city.y + (CITY_KEEP.dy + CITY_KEEP.ry) * city.k
  ) cost += 40;
  for (const o of layout.camps) {
    if (o.id !== camp.id && box.right > o.x - 50 * o.k && box.left < o.x + 50 * o.k && box.bottom > o.y - 46 * o.k && box.top < o.y + 36 * o.k) cost += 40;
  }
  for (const b of taken) if (box.right > b.left && box.left < b.right && box.bottom > b.top && box.top < b.bottom) cost += 30;
  for (const path of paths) {
    for (let i = 0; i < path.length; i += 2) {
      const x = /** @type {number} */ (path[i]);
      const y = /** @type {number} */ (path[i + 1]);
      if (x > box.left - 2 && x < box.right + 2 && y > box.top - 2 && y < box.bottom + 2) {
        cost += 1;
        break;
      }
    }
  }
  return cost;
}
