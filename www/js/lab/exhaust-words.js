// What a search of every strategy says: what came of it, in sentences that never share words, and how fast it goes.

import { isSlow } from '../state/spec.js';

/** @typedef {import('#generals').SearchProgress} Progress */
/** @typedef {import('./exhaust-search.js').Search} Search */
/** @typedef {import('../state/spec.js').Open} Open */
/** @typedef {import('../words/i18n.js').Speech} Speech */

/** After less time than this, in milliseconds, a rate says nothing. */
const MEASURED_MS = 200;

/** What is counted: strategies that were tried, or situations that were visited. */
const SAID = {
  strategies: { some: 'lab.exhaust.some', none: 'lab.exhaust.none', soFar: 'lab.exhaust.so-far', cancelled: 'lab.exhaust.cancelled' },
  states: { some: 'lab.exhaust.states.some', none: 'lab.exhaust.states.none', soFar: 'lab.exhaust.states.so-far', cancelled: 'lab.exhaust.states.cancelled' },
};

/** In which words a search is told: of an order, of opinions, of slow letters. @param {Open} s */
export const toldAs = (s) => (isSlow(s) ? 'slow' : s.spec?.inputs);

/** What is searched, and by whose lies. @param {Speech} say @param {number[]} traitors @param {'words' | 'seals' | 'situations' | 'slow'} what */
export function leadOf(say, traitors, what) {
  if (traitors.length === 0) return say.t('lab.exhaust.nobody');
  const lead = { words: 'lab.exhaust.lead', seals: 'lab.exhaust.lead.sm', situations: 'lab.exhaust.lead.states', slow: 'lab.exhaust.lead.slow' };
  return say.t(lead[what], { who: say.generals(traitors) });
}

/** What is known so far. @param {Speech} say @param {Pick<Search, 'progress' | 'isCancelled'>} search @param {string} [searched] */
export function answerOf(say, { progress, isCancelled }, searched) {
  if (!progress) return '';
  const { kind, tried, total, done, breaks } = progress;
  const values = { tried, all: total ?? 0 };
  const said = SAID[kind === 'states' ? 'states' : 'strategies'];
  if (breaks) {
    if (kind !== 'sampled') return say.t(said.some, values);
    return say.t(say.under(done ? 'lab.sample.found' : 'lab.sample.shrinking', searched), values);
  }
  if (kind === 'part') return say.t(say.under('lab.exhaust.part', searched), values);
  if (kind === 'sampled') return say.t(say.under('lab.sample.none', searched), values);
  if (done) return say.t(say.under(said.none, searched), values);
  return say.t(isCancelled ? said.cancelled : said.soFar, values);
}

/** Why it cannot be searched. @param {Speech} say @param {import('#generals').LabError} refused @param {string} [searched] */
export const refusalOf = (say, { code, size }, searched) =>
  say.t(say.under(`lab.exhaust.${code}`, searched), { count: size ?? 0 });

/** What stands under a run that was found. @param {Speech} say @param {Pick<Progress, 'kind' | 'found'>} progress @param {string} [searched] */
export function noteOf(say, { kind, found }, searched) {
  if (found === null) return say.t('lab.nolink');
  return say.t(kind === 'sampled' ? say.under('lab.shrunk', searched) : 'lab.first');
}

/** Whether it has gone on for long enough to be timed. @param {Pick<Search, 'spent'>} search */
export const isTimed = ({ spent }) => spent >= MEASURED_MS;

/** How many a second, and while it goes on, how long still. @param {Speech} say @param {Pick<Search, 'progress' | 'spent' | 'isBusy'>} search */
export function speedOf(say, { progress, spent, isBusy }) {
  if (!progress) return '';
  const { tried, total } = progress;
  const rate = (tried / spent) * 1000;
  const speed = say.t('lab.rate', { count: Number(rate.toPrecision(2)) });
  return total && isBusy ? `${speed} ${say.t('lab.left', { count: Math.ceil((total - tried) / rate) })}` : speed;
}
