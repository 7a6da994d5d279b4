// An attack on a program: what surely breaks first, then all that few traitors could do, the fewest first, then some drawn by lot, then fewer lies.

import { fewer } from './fewest.js';
import { draw, exhaust, obey, prove } from './stages.js';
import { begin, LIMITS } from './work.js';

/** @typedef {import('./work.js').Work} Work */

/**
 * Attacks a program in its army; tells how far it is, and comes to the answer.
 * @param {import('./work.js').About} about @param {import('./work.js').Lab} lab @param {(now: import('./work.js').Attack) => void} tell
 * @param {Partial<import('./work.js').Limits>} [limits]
 */
export async function attack(about, lab, tell, limits = {}) {
  const work = begin(about, lab, tell, { ...LIMITS, ...limits });
  /** Whether so many are fewer than what is known already. @param {number} traitors */
  const isOpen = (traitors) => traitors < (work.now.found?.traitors ?? Infinity);
  await prove(work);
  await obey(work);
  for (let traitors = 1; traitors <= about.f && isOpen(traitors); traitors++) await exhaust(work, traitors);
  for (const level of work.now.levels) if (!level.isWhole && isOpen(level.traitors)) await draw(work, level);
  settle(work);
  await fewer(work);
  work.set({ stage: 'done' });
  return work.now;
}

/** The traitors of what was found are the fewest if with fewer all was tried. @param {Work} work */
function settle({ now: { found, levels }, set }) {
  if (!found) return;
  const below = levels.filter(({ traitors }) => traitors < found.traitors);
  set({ found: { ...found, isFewest: below.length === found.traitors && below.every(({ isWhole }) => isWhole) } });
}
