// Where a camp's name goes: below, beside or above it, on the first side that no road, frame or other camp disputes.
import { CITY_KEEP, road } from './roads.js';

/** @typedef {import('./types.js').Layout} Layout */
/** @typedef {import('./types.js').Camp} Camp */
/** @typedef {import('./types.js').Label} Label */
/** @typedef {{left: number, right: number, top: number, bottom: number}} Box */

/** Room kept for a name at scale 1, and for the order token after it. */
const NAME_WIDTH = 72;
const TOKEN_WIDTH = 24;
/** Size of a name at scale 1. */
const NAME_SIZE = 15;
/** Smallest size of a name, in px. */
const LEAST_NAME = 11;

/** How large a name is. @param {number} scale beside its camp @param {number} k scale of the camp */
export const nameSize = (scale, k) => Math.max(NAME_SIZE * scale * k, LEAST_NAME);

/** What it costs to lie on another name; crossing one road costs 1. */
const BLOCKED = 1000;
/** Names keep off the frame; where there is none, off the buttons in the upper corners. */
const EDGE = 16;
const CORNER = 60;

/**
 * The box a name with its token fills.
 * @param {Label} label @param {number} k scale of its camp @returns {Box}
 */
export function labelBox({ x, y, anchor, scale }, k) {
  const s = nameSize(scale, k) / NAME_SIZE;
  const name = NAME_WIDTH * s;
  const token = TOKEN_WIDTH * k;
  const top = y - 13 * s;
  const bottom = y + 5 * s;
  if (anchor === 'start') return { left: x, right: x + name + token, top, bottom };
  if (anchor === 'end') return { left: x - name - token, right: x, top, bottom };
  return { left: x - (name + token) / 2, right: x + (name + token) / 2, top, bottom };
}

/**
 * Gives every camp of a layout under construction its label, or none a label if one would have to lie on something.
 * @param {Layout} layout @returns {boolean} whether all names found room
 */
export function placeLabels(layout) {
  const places = layout.camps.map((camp) => candidates(layout, camp).filter(({ label }) => !blocked(layout, camp, labelBox(label, camp.k))));
  if (places.some((found) => found.length === 0)) return false;
  // Roads end before a name, so those of the finished layout are not yet known: these are of a copy without names.
  const paths = ridden({ ...layout });
  /** @type {Box[]} */
  const taken = [];
  /** @type {Label[]} */
  const labels = [];
  for (const camp of layout.camps) {
    let best = /** @type {Label|null} */ (null);
    let least = Infinity;
    for (const { label, price } of places[camp.id - 1] ?? []) {
      const cost = price + disputes(labelBox(label, camp.k), paths, taken);
      if (cost < least) {
        least = cost;
        best = label;
      }
    }
    if (!best || least >= BLOCKED) return false;
    labels.push(best);
    taken.push(labelBox(best, camp.k));
  }
  layout.camps.forEach((camp, i) => {
    camp.label = labels[i] ?? null;
  });
  return true;
}

/**
 * Below, outer side, inner side, above; each with what it costs before any road is counted.
 * @param {Layout} layout @param {Camp} camp @returns {{label: Label, price: number}[]}
 */
function candidates({ centre, names: scale }, { x, y, k, id }) {
  const outer = x < centre.x - 1 ? -1 : 1;
  const beside = (/** @type {number} */ side) =>
    /** @type {Label} */ ({ x: x + side * 62 * k, y: y + 6 * k, anchor: side > 0 ? 'start' : 'end', scale });
  return [
    { label: { x, y: y + (37 + 13 * scale) * k, anchor: 'middle', scale }, price: 0 },
    { label: beside(outer), price: 2.4 },
    { label: beside(-outer), price: 3.2 },
    // Above, the name ends before the pole that a banner will stand on.
    { label: { x: x + 9 * k, y: y - (id === 1 ? 54 : 36) * k, anchor: 'end', scale }, price: 5 },
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

/** Would the name lie on the frame, the city or another camp? @param {Layout} layout @param {Camp} camp @param {Box} box */
function blocked({ camps, city, width, height, frame }, camp, box) {
  if (!frame && box.top < CORNER && (box.left < CORNER || box.right > width - CORNER)) return true;
  if (box.left < EDGE || box.right > width - EDGE || box.top < EDGE || box.bottom > height - EDGE) return true;
  if (
    box.right > city.x - CITY_KEEP.rx * city.k && box.left < city.x + CITY_KEEP.rx * city.k &&
    box.bottom > city.y + (CITY_KEEP.dy - CITY_KEEP.ry) * city.k && box.top < city.y + (CITY_KEEP.dy + CITY_KEEP.ry) * city.k
  ) return true;
  return camps.some(({ id, x, y, k }) =>
    id !== camp.id && box.right > x - 50 * k && box.left < x + 50 * k && box.bottom > y - 46 * k && box.top < y + 36 * k);
}

/** How much speaks against a place: another name, or roads. @param {Box} box @param {Float32Array[]} paths @param {Box[]} taken */
function disputes(box, paths, taken) {
  let cost = 0;
  for (const b of taken) if (box.right > b.left && box.left < b.right && box.bottom > b.top && box.top < b.bottom) cost += BLOCKED;
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
