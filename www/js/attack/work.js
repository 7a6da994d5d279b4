// What an attack is about, how far it is, and one search of it: what all its stages share.

import { edit, judge, read } from '../state/engine.js';

/** @typedef {import('./armies.js').Army} Army */
/** @typedef {import('./armies.js').Asked} Asked */
/** @typedef {import('#generals').SearchProgress} Progress */
/** Of the laboratory what is asked here. @typedef {Pick<import('../lab/ask.js').Laboratory, 'ask' | 'search'>} Lab */
/**
 * What the program and its army can be asked. `isSpoken`: a ring breaks it where n ≤ 3f; `isChained`: a chain where its rounds are at most f; `keeps`: its
 * generals keep so much that runs are tried, not situations; `isSigned`: which slots there are is known in the run alone.
 * @typedef {Army & {rounds: number, isSpoken: boolean, isChained: boolean, keeps: boolean, isSigned: boolean}} About
 */
/**
 * What was tried with so many traitors. `kind`: what was counted; `isWhole`: all of it, and nothing breaks; `breaks`: some of it does; `sampled`: runs
 * drawn by lot. @typedef {{traitors: number, kind: Progress['kind'] | null, tried: number, isWhole: boolean, breaks: boolean, sampled: number}} Level
 */
/**
 * A run that breaks. `by`: how it was found; `isFewest`: with fewer traitors nothing breaks; `below`: with as many traitors all runs with fewer
 * lies than this were tried, and none breaks.
 * @typedef {{link: string, traitors: number, lies: number | null, by: 'ring' | 'chain' | 'search' | 'lot', isFewest: boolean, below: number}} Found
 */
/**
 * How far it is. `place` of `of`: the armies of this stage; `count`: how much was tried in `spent` milliseconds.
 * @typedef {{stage: 'theorem' | 'search' | 'lot' | 'lies' | 'done', traitors: number, place: number, of: number, count: number, spent: number, levels: Level[], found: Found | null}} Attack
 */
/** How much is tried at most with so many traitors: steps of searches through situations and through runs, runs drawn by lot; and runs with few lies.
 * `isAnyEnough`: of runs with as many traitors any is an answer, however many lies it has. @typedef {{situations: number, runs: number, drawn: number, lies: number, isAnyEnough: boolean}} Limits */
/** @typedef {ReturnType<typeof begin>} Work */

/** @type {Limits} */
export const LIMITS = { situations: 1_500_000, runs: 120_000, drawn: 2_000, lies: 3_000, isAnyEnough: false };

/** @type {Attack} */
const BEGINNING = { stage: 'theorem', traitors: 0, place: 0, of: 0, count: 0, spent: 0, levels: [], found: null };

/** How many are traitors in a run, and how many lies it has. @param {string} link @returns {Pick<Found, 'traitors' | 'lies'>} */
export const sizeOf = (link) => ({ traitors: read(link).scenario.traitors.length, lies: judge(link).lies });

/** The link of an army, in which nobody lies yet. @param {About} about @param {Asked} asked */
export const linkOf = ({ base }, asked) => edit(base, /** @type {import('../state/engine.js').Changes} */ (asked));

/** Whether one run is smaller than another: fewer traitors, then fewer lies. @param {Pick<Found, 'traitors' | 'lies'>} one @param {Pick<Found, 'traitors' | 'lies'>} other */
const isSmaller = (one, other) => one.traitors < other.traitors || (one.traitors === other.traitors && (one.lies ?? Infinity) < (other.lies ?? Infinity));

/** @param {About} about @param {Lab} lab @param {(now: Attack) => void} tell @param {Limits} limits */
export function begin(about, lab, tell, limits) {
  let now = BEGINNING;
  /** @param {Partial<Attack>} patch */
  const set = (patch) => tell((now = { ...now, ...patch }));
  return {
    about,
    lab,
    limits,
    set,
    get now() {
      return now;
    },
    /** A run that breaks is kept if it is smaller than what is known. @param {string} link @param {Found['by']} by */
    keep(link, by) {
      const size = sizeOf(link);
      if (size.traitors <= about.f && (!now.found || isSmaller(size, now.found))) set({ found: { link, ...size, by, isFewest: false, below: 0 } });
    },
    /** A level as it is known now. @param {Level} level */
    note: (level) => set({ levels: [...now.levels.filter(({ traitors }) => traitors !== level.traitors), level].sort((a, b) => a.traitors - b.traitors) }),
  };
}

/** What the laboratory refuses is no answer; that there is no laboratory is an error. @param {unknown} error */
export function refused(error) {
  const { name, code } = /** @type {{name: string, code: string}} */ (error);
  if (name !== 'LabError' || code === 'failed') throw error;
  return null;
}

/**
 * One search, up to so many steps; null: it is refused.
 * @param {Work} work @param {'exhaust' | 'sample'} kind @param {Asked} asked @param {number} most @returns {Promise<{progress: Progress, steps: number} | null>}
 */
export function searched({ about, lab, now, set }, kind, asked, most) {
  const { count, spent } = now;
  let [all, time] = [0, 0];
  /** @type {Promise<{progress: Progress, steps: number}>} */
  const over = new Promise((resolve, reject) => {
    /** @param {import('../lab/ask.js').Told} told */
    const heard = ({ error, progress, took = 0, steps = 0, over: isOver }) => {
      if (error) return reject(error);
      if (!progress) return;
      all += steps;
      time += took;
      set({ count: count + progress.tried, spent: spent + time });
      if (isOver) resolve({ progress, steps: all });
    };
    lab.search(kind, linkOf(about, asked), heard, most);
  });
  return over.catch(refused);
}
