// The stages of an attack: the run to which a theorem leads, everything that so many traitors could do, some of it drawn by lot.

import { edit, read } from '../state/engine.js';
import { armiesOf } from './armies.js';
import { linkOf, refused, searched } from './work.js';

/** @typedef {import('./work.js').Work} Work */
/** @typedef {import('./work.js').Level} Level */

/** One army of many may have more than its share of what is left. */
const SHARES = 4;

/** Where a theorem says that something breaks, the run to which it leads. @param {Work} work */
export async function prove(work) {
  const { base, n, f, isSpoken, isChained, rounds } = work.about;
  if (isSpoken && f > 0 && n <= 3 * f) {
    const ring = await work.lab.ask('ring', base).catch(refused);
    for (const window of ring?.windows ?? []) if (!window.holds) await keep(work, window.link, 'ring');
  }
  if (isChained && f > 0 && rounds <= f) {
    const chain = await work.lab.ask('chain', base).catch(refused);
    const last = chain?.tried.at(-1);
    if (last?.broken) await keep(work, last.link, 'chain');
  }
}

/** A run that was found is shown at once, and with lies taken back one by one while it stays broken. @param {Work} work @param {string | null} link @param {import('./work.js').Found['by']} by */
async function keep(work, link, by) {
  if (!link) return;
  work.keep(link, by);
  if (!work.about.isSigned) work.keep(await lessened(work, link), by);
}

/** @param {Work} work @param {string} link */
async function lessened({ lab }, link) {
  let { lies } = read(link).scenario;
  for (let isLess = true; isLess; ) {
    isLess = false;
    for (let i = lies.length - 1; i >= 0; i--) {
      const without = lies.filter((_, k) => k !== i);
      if ((await lab.ask('broken', link, [without])) < 0) continue;
      lies = without;
      isLess = true;
    }
  }
  return edit(link, { lies });
}

/** All runs in which nobody is a traitor. @param {Work} work */
export async function obey(work) {
  const all = armiesOf(work.about, 0);
  work.set({ stage: 'search', traitors: 0, place: 0, of: all.length });
  let isWhole = true;
  for (const asked of all) {
    const link = linkOf(work.about, asked);
    const isBroken = (await work.lab.ask('broken', link, [[]])) >= 0;
    if (isBroken && isWhole) work.keep(link, 'search');
    isWhole &&= !isBroken;
  }
  work.note({ traitors: 0, kind: 'exhausted', tried: all.length, isWhole, breaks: !isWhole, sampled: 0 });
  work.set({ count: work.now.count + all.length });
}

/** All that so many traitors could do: where one run breaks, others may with fewer lies. @param {Work} work @param {number} traitors */
export async function exhaust(work, traitors) {
  const { about, limits } = work;
  const all = armiesOf(about, traitors);
  /** @type {Level} */
  let level = { traitors, kind: null, tried: 0, isWhole: true, breaks: false, sampled: 0 };
  let left = about.keeps ? limits.runs : limits.situations;
  for (const [place, asked] of all.entries()) {
    work.set({ stage: 'search', traitors, place, of: all.length });
    const share = Math.ceil((SHARES * left) / (all.length - place));
    const over = left > 0 ? await searched(work, 'exhaust', asked, Math.min(share, left)) : null;
    // What is refused for one army is for all of its size.
    if (!over) return work.note({ ...level, isWhole: false });
    const { kind, tried, done, breaks, found } = over.progress;
    left -= over.steps;
    level = { ...level, kind, tried: level.tried + tried, isWhole: level.isWhole && done && !breaks && kind !== 'part', breaks: level.breaks || breaks };
    if (breaks) await keep(work, found, 'search');
    if (work.now.found?.traitors === traitors && (limits.isAnyEnough || (work.now.found.lies ?? 0) <= 1)) break;
  }
  work.note(level);
}

/** Some of what the traitors of a level could do, drawn by lot, up to the first run that breaks. @param {Work} work @param {Level} level */
export async function draw(work, level) {
  const { drawn } = work.limits;
  const all = armiesOf(work.about, level.traitors);
  let sampled = 0;
  for (const [place, asked] of all.entries()) {
    if (sampled >= drawn) break;
    work.set({ stage: 'lot', traitors: level.traitors, place, of: all.length });
    const over = await searched(work, 'sample', asked, Math.ceil(drawn / all.length));
    sampled += over?.progress.tried ?? 0;
    work.note({ ...level, sampled });
    if (!over?.progress.breaks) continue;
    return keep(work, over.progress.found, 'lot');
  }
}
