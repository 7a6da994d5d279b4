// Crowns that pass on: struck through where those who waited have stopped, outlined over who leads next until he does. Pure.

import { CROWN } from '../scene/art.js';
import { put } from '../scene/place.js';

/** @typedef {import('../scene/types.js').Layout} Layout */
/** @typedef {import('../scene/types.js').Mark} Mark */
/** @typedef {import('./phases.js').Phase} Phase */

/** Above the middle of a camp, as the scene puts a crown. */
const UP = 34;
const SIZE = 1.37;
const STRIKE = 'M-15 8L15-9';

/**
 * Whose crown is struck through, and whose is outlined.
 * @param {readonly Phase[]} phases @param {ReadonlyMap<number, number>} leaders @returns {{struck: number | null, next: number | null}}
 */
export function crownsOf(phases, leaders) {
  const over = phases.filter(({ out }) => out.length > 0).at(-1);
  if (!over) return { struck: null, next: null };
  const then = phases.find(({ phase }) => phase === over.phase + 1);
  return { struck: over.leader, next: then?.isLed ? null : (leaders.get(over.phase + 1) ?? null) };
}

/** @param {Layout} layout @param {ReturnType<typeof crownsOf>} crowns @param {number | null} worn who has the crown on the map @returns {Mark[]} */
export function crownShapes({ camps, dots }, { struck, next }, worn) {
  if (dots) return [];
  return camps.flatMap(({ id, x, y, k }) => {
    const line = { width: 0.9, join: /** @type {const} */ ('round') };
    const up = y - UP * k;
    if (id === next && id !== worn) return [put({ d: CROWN.d, fill: 'map', stroke: 'torch', ...line, width: 1.4 }, x, up, k, { s: SIZE })];
    if (id !== struck) return [];
    const outline = id === worn ? [] : [put({ d: CROWN.d, stroke: 'ink-2', ...line, dash: [2.4, 1.8] }, x, up, k, { s: SIZE })];
    return [...outline, put({ d: STRIKE, stroke: 'ink', width: 2, cap: 'round' }, x, up, k)];
  });
}
