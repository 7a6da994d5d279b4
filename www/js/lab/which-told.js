// What is told of a protocol in its row: each cell in the reader's words, of what its spec and its price say. Pure.

import { amount } from './cost-run.js';

/** @typedef {import('#generals').Offer} Offer */
/** @typedef {import('../words/i18n.js').Speech} Speech */

/** The columns after the name, in their order. */
export const COLUMNS = /** @type {const} */ (['task', 'model', 'promise', 'rounds', 'messages', 'size', 'needs']);
/** @typedef {typeof COLUMNS[number]} Column */

/** Which sign stands at the promise: kept with so many generals, not kept, or nothing is promised by how many there are. @param {Offer} offer */
export const signOf = ({ measure, promised }) => (measure === null ? null : promised);

/** What is promised to any army. @param {Speech} say @param {Offer} offer */
const promise = (say, { measure, reason, spec }) => say.t(measure === null ? say.under(`lab.which.none.${reason}`, spec.protocol) : `lab.which.promise.${measure}`);

/** What this army has of it. @param {Speech} say @param {Offer} offer */
export function here(say, { measure, promised, enough, n, m }) {
  if (measure === null) return '';
  if (promised || !enough) return say.t('lab.which.kept', { n, m });
  return say.t('lab.which.short', { n: enough.n, m: enough.m });
}

/** A number that is of a phase, or may be more. @param {Speech} say @param {Offer} offer */
function rounds(say, { rounds, perPhase, spec }) {
  if (perPhase) return say.t('lab.which.phase', { count: say.number(rounds) });
  return spec.model === 'synchronous' ? say.number(rounds) : say.t('lab.which.least', { count: say.number(rounds) });
}

/** @param {Speech} say @param {Offer} offer */
function messages(say, { messages: { total }, perPhase }) {
  const count = amount(say, total);
  return perPhase ? say.t('lab.which.phase', { count }) : count;
}

/** How large one message is. @param {Speech} say @param {Offer} offer */
function size(say, { bits, seals }) {
  const word = say.t('lab.which.bits', { count: bits });
  return seals > 0 ? say.t('lab.which.seals', { word, count: seals }) : word;
}

/** @param {Speech} say @param {Offer} offer */
const needs = (say, { needs }) => needs.map((need) => say.t(`lab.which.need.${need}`)).join(say.t('lab.which.and')) || '–';

/** @type {Record<Column, (say: Speech, offer: Offer) => string>} */
const TELL = {
  task: (say, { spec }) => say.t(`lab.which.task.${spec.task}`),
  model: (say, { spec }) => say.t(say.under(`lab.which.model.${spec.model}`, spec.task)),
  promise,
  rounds,
  messages,
  size,
  needs,
};

/** What stands in a cell. @param {Speech} say @param {Column} column @param {Offer} offer */
export const cellOf = (say, column, offer) => TELL[column](say, offer);
