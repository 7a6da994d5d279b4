// The city in the middle: standing, or with a breach in its wall.
import { TORCH_LIGHT } from './art.js';
import { BREACH, CITY_FLAG, CITY_GROUND, CITY_PIECES, CITY_POLE, MOAT, SMOKE } from './citydata.js';
import { faded, put } from './place.js';

/** @typedef {import('./types.js').Layout} Layout */
/** @typedef {import('./types.js').Shape} Shape */
/** @typedef {import('./types.js').PathShape} PathShape */
/** @typedef {import('./types.js').Words} Words */
/** @typedef {Omit<import('./place.js').Piece, 'd'>} Look */

/** Below this scale the name would be smaller than 11 px. */
const NAMED = 0.72;

/** @type {Record<import('./citydata.js').Stuff, Look>} */
const LOOK = {
  wall: { fill: 'city-wall', stroke: 'city-line', width: 1.4, join: 'round' },
  back: { fill: 'city-wall', stroke: 'city-line', width: 1.4, join: 'round', opacity: 0.9 },
  house: { fill: 'city-wall', stroke: 'city-line', width: 1.1, join: 'round' },
  roof: { fill: 'city-roof', stroke: 'city-line', width: 1.1, join: 'round' },
  dome: { fill: 'city-dome', stroke: 'city-line', width: 1.2 },
  window: { fill: 'window' },
  slit: { stroke: 'window', width: 2 },
  gate: { fill: 'window', stroke: 'city-line', width: 1.2 },
  line: { stroke: 'city-line', width: 1.3, cap: 'round' },
  thin: { stroke: 'city-line', width: 0.8, cap: 'round', opacity: 0.55 },
};

/**
 * What lies under the city: its light by night, the moat, the trodden ground, its name.
 * @param {Layout} layout @param {Words} words @returns {Shape[]}
 */
export function cityGround({ city: { x, y, k } }, words) {
  /** @type {Shape[]} */
  const shapes = [
    { kind: 'glow', x, y: y - 8 * k, rx: 150 * k, ry: 150 * k, colour: 'torch', stops: TORCH_LIGHT, opacity: 0.8, night: true },
    { kind: 'disc', x, y: y + MOAT.dy * k, rx: MOAT.rx * k, ry: MOAT.ry * k, stroke: 'ink-3', width: k, dash: [2 * k, 4 * k], opacity: 0.6 },
    { kind: 'disc', x, y: y + CITY_GROUND.dy * k, rx: CITY_GROUND.rx * k, ry: CITY_GROUND.ry * k, fill: 'shade' },
  ];
  if (k >= NAMED) {
    const size = Math.max(12, 12.5 * k);
    const italic = words.italic ?? true;
    shapes.push({ kind: 'text', text: words.city, x, y: y + 78 * k, size, weight: 400, italic, fill: 'ink-2', align: 'middle', halo: 'map', haloWidth: 4 });
  }
  return shapes;
}

/** Walls, houses and towers. @param {Layout} layout @param {{flag: boolean}} state @returns {PathShape[]} */
export function cityWalls({ city: { x, y, k } }, { flag }) {
  const shapes = CITY_PIECES.map(([stuff, d]) => put({ d, ...LOOK[stuff] }, x, y, k));
  if (flag) {
    shapes.push(put({ d: CITY_POLE, ...LOOK.line }, x, y, k));
    shapes.push(put({ d: CITY_FLAG, fill: 'city-roof', stroke: 'city-line', width: 1 }, x, y, k));
  }
  return shapes;
}

/** The wall gives way. @param {Layout} layout @param {number} open 0…1 @returns {PathShape[]} */
export function breach({ city: { x, y, k } }, open) {
  if (open <= 0) return [];
  return faded(
    [
      put({ d: BREACH, fill: 'map-edge', stroke: 'city-line', width: 1.2, join: 'round' }, x, y, k),
      put({ d: SMOKE, stroke: 'ink-3', width: 2, cap: 'round', opacity: 0.5 }, x, y, k),
    ],
    open,
  );
}
