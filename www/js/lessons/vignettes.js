// A small picture for each lesson: the signs that it is about, as shapes in a box of 92 × 58.

import { cityWalls } from '../scene/city.js';
import { sealAt, shieldAt, tokenAt } from '../scene/signs.js';
import { picture } from '../paint/svg.js';
import { plainly } from './plain-signs.js';

/** @typedef {import('../scene/types.js').Drawn} Drawn */

const WIDTH = 92;
const HEIGHT = 58;

/** @param {string} d @param {Partial<import('../scene/types.js').PathShape>} [more] @returns {Drawn} */
const line = (d, more) => ({ kind: 'path', d, stroke: 'ink-2', width: 1.4, cap: 'round', join: 'round', ...more });

/** @param {number} count @param {(i: number) => Drawn} make */
const row = (count, make) => Array.from({ length: count }, (_, i) => make(i));

/** Six places around the middle, and who stands there: three generals, each twice. */
const RING = [1, 2, 3, 1, 2, 3].map((id, i) => ({ id, x: 46 + 32 * Math.cos((Math.PI / 3) * i), y: 29 + 18 * Math.sin((Math.PI / 3) * i) }));

/** @type {Record<string, () => Drawn[]>} */
const SHAPES = {
  problem: () => cityWalls(/** @type {any} */ ({ city: { x: 46, y: 30, k: 0.42 } }), { flag: true }),
  liars: () => [shieldAt(1, null, 26, 22, 30), shieldAt(2, null, 66, 22, 30), shieldAt(3, true, 46, 38, 30)],
  rules: () => [
    { kind: 'disc', x: 30, y: 29, rx: 13, ry: 13, stroke: 'holds', width: 2.4 },
    line('M24 29.5 28.5 34 36 25', { stroke: 'holds', width: 2.6 }),
    line('M54 17H72A3 3 0 0 1 75 20V38A3 3 0 0 1 72 41H54A3 3 0 0 1 51 38V20A3 3 0 0 1 54 17Z', { stroke: 'broken', width: 2.4 }),
    line('M58 24 68 34M68 24 58 34', { stroke: 'broken', width: 2.6 }),
  ],
  ask: () => [
    line('M20 28C20 38 46 30 46 40M72 28C72 38 46 30 46 40M46 28V40'),
    tokenAt('A', 20, 18, 8),
    tokenAt('R', 46, 18, 8),
    tokenAt('A', 72, 18, 8),
    tokenAt('A', 46, 46, 8),
  ],
  three: () => [
    { kind: 'disc', x: 46, y: 29, rx: 32, ry: 18, stroke: 'ink-2', width: 1.3 },
    ...RING.map(({ id, x, y }) => shieldAt(id, true, x, y, 19)),
  ],
  theorem: () => [
    ...row(7, (i) => ({ kind: 'disc', x: 14.2 + 10.6 * i, y: 22, rx: 4.2, ry: 4.2, fill: 'ink' })),
    ...row(6, (i) => ({ kind: 'disc', x: 14.2 + 10.6 * i, y: 40, rx: 4, ry: 4, stroke: 'ink', width: 1.4, dash: [2, 1.8] })),
  ],
  rounds: () => [
    line('M14 29H78', { stroke: 'ink' }),
    ...row(4, (i) => ({
      kind: 'path',
      d: `M${11.5 + 20 * i} 17h9a2.5 2.5 0 0 1 2.5 2.5v19a2.5 2.5 0 0 1-2.5 2.5h-9a2.5 2.5 0 0 1-2.5-2.5v-19a2.5 2.5 0 0 1 2.5-2.5Z`,
      ...(i === 1 ? { fill: 'broken-tint', stroke: 'broken', width: 2 } : { fill: 'paper-raised', stroke: 'ink', width: 1.2 }),
    })),
  ],
  signatures: () => [line('M20 29H72', { stroke: 'wax', width: 5 }), sealAt(1, 'good', 30, 29, 1.4), sealAt(2, 'good', 62, 29, 1.4)],
  trust: () => [
    line('M40 20C34 26 30 32 29 37M51 20C57 26 61 32 63 37M35 44H57', { stroke: 'ink', width: 1.6 }),
    ...[[46, 15], [27, 44], [65, 44]].map(([x, y]) => /** @type {Drawn} */ ({ kind: 'disc', x, y, rx: 8.5, ry: 8.5, fill: 'loyal', stroke: 'ink', width: 1.2 })),
  ],
};

/** The lessons that have one. */
export const VIGNETTES = Object.keys(SHAPES);

/** Says nothing by itself. @param {import('../shell/page.js').Page} page @param {string} lesson @param {number} [width] */
export const vignette = (page, lesson, width = 86) =>
  picture(
    { class: 'vignette', width, height: Math.round((width * 54) / 86), viewBox: `0 0 ${WIDTH} ${HEIGHT}`, fill: 'none', 'aria-hidden': 'true' },
    plainly(page, () => SHAPES[lesson]?.() ?? []),
  );
