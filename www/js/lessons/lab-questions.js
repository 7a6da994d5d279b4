// What is asked of the laboratory: whether traitors could break something, and what theory makes of a link. The engine asks of a link's
// army alone: what its traitors say plays no part.

import { tablesOf } from '../lab/rule-tables.js';
import { cost, edit, exhaust, lab, trust } from '../state/engine.js';

/** @typedef {import('./questions.js').Question} Question */
/** @typedef {import('./asking.js').Inquiry} Inquiry */

/** How far safe armies are looked for. */
const GENERALS_MOST = 31;
const RELAYS_MOST = 10;
/** How many runs are tried at a time. */
const RUNS = 1 << 24;

/** Whether nothing is asked of so few loyal generals. @param {unknown} error */
const isNothingClaimed = (error) => /** @type {Partial<import('#generals').LabError>} */ (error).code === 'nothing-claimed';

/** The fewest lies that break something; null where none do, as where nothing is claimed. @param {string} link @param {import('#generals').AttackOptions} [options] */
function fewest(link, options) {
  try {
    return lab().attack(link, options).lies;
  } catch (error) {
    if (isNothingClaimed(error)) return null;
    throw error;
  }
}

/** @param {Inquiry} inquiry @param {number} k */
const fewestOf = ({ link }, k) => fewest(link, { k, eitherOrder: true });

/** Every single general whose treason can break the run. @param {Inquiry} inquiry */
function breakers({ link, reading }) {
  const all = Array.from({ length: reading().scenario.n }, (_, i) => i + 1);
  return all.filter((general) => fewest(edit(link, { lies: [], traitors: [general] })) !== null).join('.');
}

/** All strategies of the link's traitors, tried to the end. @param {Inquiry} inquiry */
function searched({ link, keep }) {
  const search = keep(exhaust(link));
  let progress = search.advance(RUNS);
  while (!progress.done) progress = search.advance(RUNS);
  return progress;
}

/** Whether so many traitors cannot break something that is claimed. @param {number} n @param {number} m @param {number} k */
function isSafe(n, m, k) {
  const { lies, promised } = lab().tolerance(n, m, k);
  return lies === null && promised !== null;
}

/** The smallest army that k traitors cannot break, with one of these depths; null where there is none. @param {number} k @param {(most: number) => number[]} depths */
function firstSafe(k, depths) {
  for (let n = Math.max(2, k); n <= GENERALS_MOST; n++) if (depths(n - 2).some((m) => m <= n - 2 && isSafe(n, m, k))) return n;
  return null;
}

/** Every depth that an army can have and that is looked at. @param {number} most */
const allDepths = (most) => Array.from({ length: Math.min(most, RELAYS_MOST) + 1 }, (_, m) => m);

/** The runs in which the link's rule fails; undefined where none is written in it. @param {Inquiry} inquiry */
function ruleCases({ reading }) {
  const { rule } = reading().place;
  return rule === null ? undefined : lab().rules(tablesOf(rule)).cases;
}

/** Which conditions the link's rule breaks. @param {Inquiry} inquiry */
function ruleFails(inquiry) {
  const cases = ruleCases(inquiry);
  return cases && ['agreement', 'validity'].filter((condition) => cases.some((one) => one.condition === condition)).join('.');
}

/** @param {Inquiry} inquiry */
const ring = ({ link }) => lab().ring(link);

/** The windows of the ring that do not hold. @param {Inquiry} inquiry */
const windows = (inquiry) => ring(inquiry).windows.filter(({ holds }) => !holds);

/** Something of the first of them. @param {(window: import('#generals').RingWindow) => import('./types.js').Answer} what @returns {Question} */
const ofWindow = (what) => ({
  takes: [],
  answer(inquiry) {
    const [window] = windows(inquiry);
    return window ? what(window) : null;
  },
});

/** How many copies of the ring the traitors of the first such window act out. @param {Inquiry} inquiry */
function played(inquiry) {
  const [window] = windows(inquiry);
  return window ? 2 * inquiry.reading().scenario.n - window.loyal.length : null;
}

/** @param {Inquiry} inquiry */
const chain = ({ link }) => lab().chain(link);

/** @param {number} n @param {number} m */
const oral = (n, m) => cost(n, m).oral.total;

/** How many times as much the second costs as the first, whole times. @param {Inquiry} _ @param {number[]} sizes */
function costTimes(_, ...[n, m, n2, m2]) {
  const [one, other] = [oral(n, m), oral(n2, m2)];
  return one === null || other === null ? null : Math.floor(other / one);
}

/** @param {Inquiry} inquiry */
const graph = ({ link }) => trust().graph(link);

/**
 * All of it needs the whole engine.
 * @type {Record<string, Question>}
 */
export const LAB_QUESTIONS = {
  fewestHere: { takes: [], answer: ({ link }) => fewest(link) },
  breakableHere: { takes: [], answer: ({ link }) => fewest(link) !== null },
  fewest: { takes: ['number'], answer: fewestOf },
  breakable: { takes: ['number'], answer: (inquiry, k) => fewestOf(inquiry, k) !== null },
  breakers: { takes: [], answer: breakers },
  breaks: { takes: [], answer: (inquiry) => searched(inquiry).breaks },
  tried: {
    takes: [],
    answer(inquiry) {
      const { breaks, total } = searched(inquiry);
      return breaks ? null : total;
    },
  },

  firstSafe: { takes: ['number'], answer: (_, k) => firstSafe(k, allDepths) },
  firstSafeAt: { takes: ['number', 'number'], answer: (_, m, k) => firstSafe(k, () => [m]) },
  rulesWorking: { takes: ['number'], answer: (_, n) => lab().ruleTally(n).working },
  rulesObedient: { takes: ['number'], answer: (_, n) => lab().ruleTally(n).obedient },
  rulesAgreeing: { takes: ['number'], answer: (_, n) => lab().ruleTally(n).agreeing },
  ruleFails: { takes: [], answer: ruleFails },
  ruleCases: { takes: [], answer: (inquiry) => ruleCases(inquiry)?.length },

  windows: { takes: [], answer: (inquiry) => windows(inquiry).length },
  windowLink: ofWindow(({ link }) => link),
  windowTraitors: ofWindow(({ traitors }) => traitors.length),
  windowForged: ofWindow(({ forged }) => forged !== null),
  sameEyes: ofWindow(({ sameEyes }) => sameEyes),
  played: { takes: [], answer: played },
  largestBloc: { takes: [], answer: (inquiry) => Math.max(...ring(inquiry).blocs.map(({ length }) => length)) },

  chain: { takes: [], answer: (inquiry) => chain(inquiry).length },
  chainTried: { takes: [], answer: (inquiry) => chain(inquiry).tried.length },
  chainBreaks: { takes: [], answer: (inquiry) => chain(inquiry).tried.at(-1)?.broken ?? false },
  cost: { takes: ['number', 'number'], answer: (_, n, m) => oral(n, m) },
  costTimes: { takes: ['number', 'number', 'number', 'number'], answer: costTimes },

  twoWorking: { takes: [], answer: ({ link }) => lab().twoGenerals(link).rules.working },
  consistent: { takes: [], answer: (inquiry) => graph(inquiry).consistent },
  guild: { takes: [], answer: (inquiry) => graph(inquiry).guild.join('.') },
};
