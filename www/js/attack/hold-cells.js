// For which armies a program holds: the cells of a small map, asked about one after another, each with little patience.

import { program, read } from '../state/engine.js';
import { aboutOf } from './about.js';
import { attack } from './attack.js';
import { outcomeOf } from './told.js';

/** @typedef {import('./work.js').Lab} Lab */
/**
 * What is known of n generals with f traitors. `count`: how much was tried; `traitors`: how many break it in `link`; `isFewest`: with fewer
 * all was tried, and nothing breaks.
 * @typedef {{n: number, f: number, state: 'asking' | 'broken' | 'holds' | 'open' | 'refused' | 'large', count: number, traitors: number, isFewest: boolean, link: string | null}} Cell
 */

/** @type {[least: number, most: number]} */
const GENERALS = [2, 7];
const TRAITORS_MAX = 3;
/** @type {import('./work.js').Limits} */
export const PATIENCE = { situations: 60_000, runs: 8_000, drawn: 300, lies: 0, isAnyEnough: true };

export const COLUMNS = Array.from({ length: GENERALS[1] - GENERALS[0] + 1 }, (_, i) => GENERALS[0] + i);
export const ROWS = Array.from({ length: TRAITORS_MAX + 1 }, (_, f) => f);

/** Somebody must be left to disagree. @param {number} n @param {number} f */
export const isArmy = (n, f) => f + 2 <= n;

/** All of them, the small ones first. @returns {Cell[]} */
export const unasked = () =>
  COLUMNS.flatMap((n) => ROWS.filter((f) => isArmy(n, f)).map((f) => /** @type {Cell} */ ({ n, f, state: 'asking', count: 0, traitors: 0, isFewest: false, link: null })));

/** What comes of one army. @param {string} link @param {Cell} cell @param {Lab} lab @param {Partial<import('./work.js').Limits>} [limits] @returns {Promise<Cell>} */
export async function asked(link, cell, lab, limits = PATIENCE) {
  const { n, f } = cell;
  if (!program().check(read(link).scenario.prog ?? '', n, f).ok) return { ...cell, state: 'refused' };
  const answer = await attack(aboutOf(link, { n, m: f }), lab, () => {}, limits);
  const { found, levels } = answer;
  const count = levels.reduce((sum, { tried, sampled }) => sum + tried + sampled, 0);
  if (found) return { ...cell, state: 'broken', count, traitors: found.traitors, isFewest: found.isFewest, link: found.link };
  // Of the traitors themselves nothing could be asked.
  if (levels.some(({ traitors, tried, sampled }) => traitors > 0 && tried + sampled === 0)) return { ...cell, state: 'large', count };
  return { ...cell, state: outcomeOf(answer, true) === 'holds' ? 'holds' : 'open', count };
}

/** Asks about one army after another. @param {string} link @param {Lab} lab @param {(cell: Cell) => void} tell @param {Partial<import('./work.js').Limits>} [limits] */
export async function fill(link, lab, tell, limits = PATIENCE) {
  for (const cell of unasked()) tell(await asked(link, cell, lab, limits));
}
