// Whether fewer lies of as many traitors are enough: all runs without a lie, then all with one, as far as they are few.

import { edit, open } from '../state/engine.js';
import { armiesOf } from './armies.js';
import { countRuns, runsWith, slotsOf } from './few-lies.js';
import { linkOf, sizeOf } from './work.js';

/** @typedef {import('./work.js').Work} Work */
/** An army and the slots of its traitors. @typedef {{link: string, slots: import('./few-lies.js').Slot[]}} Open */

/** Runs that are asked about at once. */
const BATCH = 100;

/** @param {import('./work.js').About} about @param {number} traitors @returns {Open[]} */
const opened = (about, traitors) =>
  armiesOf(about, traitors, true).map((asked) => {
    const link = linkOf(about, asked);
    const run = open(link);
    const slots = slotsOf(run, asked.traitors);
    run.free();
    return { link, slots };
  });

/** Of a signed run the slots are not known before. @param {Work} work */
export async function fewer(work) {
  const { about, limits, now } = work;
  if (!now.found || now.found.lies === null || about.isSigned) return;
  const { traitors, lies: most } = now.found;
  const all = opened(about, traitors);
  let left = limits.lies;
  for (let lies = 0; lies < most; lies++) {
    left -= all.reduce((sum, { slots }) => sum + countRuns(slots, lies), 0);
    if (left < 0) return;
    const link = await brokenWith(work, all, lies);
    const { found } = work.now;
    if (!found) return;
    if (link) return work.set({ found: { ...found, link, ...sizeOf(link), by: 'search' } });
    work.set({ found: { ...found, below: lies + 1 } });
  }
}

/** The first run with so many lies that breaks. @param {Work} work @param {Open[]} all @param {number} lies */
async function brokenWith({ lab, set, now: { count } }, all, lies) {
  for (const [place, { link, slots }] of all.entries()) {
    set({ stage: 'lies', place, of: all.length });
    const runs = [...runsWith(slots, lies)];
    for (let at = 0; at < runs.length; at += BATCH) {
      const batch = runs.slice(at, at + BATCH);
      const found = await lab.ask('broken', link, batch);
      set({ count: (count += batch.length) });
      if (found >= 0) return edit(link, { lies: batch[found] });
    }
  }
  return null;
}
