// The map itself: paper, contour lines, frame, compass, scale bar and the city. It stays as it is while messengers ride.
import { COMPASS_NEEDLE, COMPASS_ROSE, SCALE_BAR, SCALE_BAR_FILLED } from './art.js';
import { cityGround, cityWalls } from './city.js';
import { contours } from './contours.js';
import { put } from './place.js';

/** @typedef {import('./types.js').Layout} Layout */
/** @typedef {import('./types.js').Shape} Shape */
/** @typedef {import('./types.js').Words} Words */
/** @typedef {import('./types.js').StillShape} StillShape */

const SEED = 11;

/** @type {WeakMap<Layout, Map<string, StillShape>>} */
const drawn = new WeakMap();

/**
 * The whole ground as one picture to keep.
 * @param {Layout} layout @param {Words} words @param {{flag: boolean}} city @returns {StillShape}
 */
export function ground(layout, words, city) {
  const key = ['ground', layout.key, city.flag, words.city, words.scale, words.north, words.italic].join('|');
  let kept = drawn.get(layout);
  if (!kept) drawn.set(layout, (kept = new Map()));
  let still = kept.get(key);
  if (!still) {
    const { width, height } = layout;
    const shapes = [...land(layout), ...margin(layout, words), ...cityGround(layout, words), ...cityWalls(layout, city)];
    kept.set(key, (still = { kind: 'still', key, width, height, opaque: true, shapes }));
  }
  return still;
}

/** @param {Layout} layout @returns {Shape[]} */
export function land({ width, height, centre }) {
  const { fine, bold } = contours({ width, height, centre, seed: SEED });
  return [
    { kind: 'wash', x: width / 2, y: height * 0.48, width, height, r: 0.75, inner: 'map', outer: 'map-edge' },
    { kind: 'path', d: fine, stroke: 'contour', width: 0.9 },
    { kind: 'path', d: bold, stroke: 'contour', width: 1.5 },
  ];
}

/** @param {Layout} layout @param {Words} words @returns {Shape[]} */
export function margin({ width, height, frame, compass, scaleBar }, words) {
  /** @type {Shape[]} */
  const shapes = [];
  const box = (/** @type {number} */ inset) => `M${inset} ${inset}H${width - inset}V${height - inset}H${inset}Z`;
  if (frame) {
    shapes.push(
      { kind: 'path', d: box(8), stroke: 'rule-strong', width: 4, dash: [36, 36], opacity: 0.55 },
      { kind: 'path', d: box(5.5), stroke: 'rule-strong', width: 1, opacity: 0.75 },
      { kind: 'path', d: box(10.5), stroke: 'rule-strong', width: 1, opacity: 0.75 },
    );
  }
  const italic = words.italic ?? true;
  if (compass) {
    const x = width - 52;
    shapes.push(
      { kind: 'disc', x, y: 58, rx: 15, ry: 15, stroke: 'ink-3', width: 0.8, opacity: 0.55 },
      put({ d: COMPASS_NEEDLE, fill: 'ink-3', stroke: 'ink-3', width: 0.9, join: 'round', opacity: 0.8 }, x, 58, 1),
      put({ d: COMPASS_ROSE, stroke: 'ink-3', width: 0.9, join: 'round', opacity: 0.8 }, x, 58, 1),
      { kind: 'text', text: words.north ?? 'N', x, y: 29, size: 11, weight: 400, italic, fill: 'ink-3', align: 'middle' },
    );
  }
  if (scaleBar && words.scale) {
    const y = height - 26;
    shapes.push(
      put({ d: SCALE_BAR, stroke: 'ink-3', width: 1 }, 28, y, 1),
      put({ d: SCALE_BAR_FILLED, fill: 'ink-3' }, 28, y, 1),
      { kind: 'text', text: words.scale, x: 28, y: y - 10, size: 11.5, weight: 400, italic, fill: 'ink-3', align: 'start' },
    );
  }
  return shapes;
}
