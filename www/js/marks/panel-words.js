// The words of the panel that says how a general decides: his rules by phases, each with its word and its votes. Pure.

import { leaderName } from '../words/part-words.js';

/** @typedef {import('#generals').Mark} Mark */

/** The rules of one phase after another. @param {readonly Mark[]} marks @returns {{phase: number, marks: Mark[]}[]} */
export function phasesOf(marks) {
  /** @type {Map<number, Mark[]>} */
  const phases = new Map();
  for (const mark of marks) phases.set(mark.phase, [...(phases.get(mark.phase) ?? []), mark]);
  return [...phases].map(([phase, all]) => ({ phase, marks: all }));
}

/** What a rule says of him, and how many said so. @param {import('../words/i18n.js').Speech} say @param {string | undefined} protocol @param {Mark} mark */
export function rowWords(say, protocol, { mark, word, votes, needed, from }) {
  const isFree = mark === 'lead' && votes === 0;
  const own = say.under(`mark.${mark}`, protocol);
  const what = say.t(isFree ? 'mark.lead.free' : say.under(own, `${word}`), { leader: from ? leaderName(say, protocol, from) : '' });
  const counted = (/** @type {string} */ key) => (needed === undefined || isFree ? '' : say.t(say.under(key, mark), { votes: votes ?? 0, needed }));
  return { what, counted: counted('mark.votes'), long: counted('mark.votes.long') };
}
