// What the traitors of a run send, and to whom they send nobody, where its link says what they do: the run as it is told, without its end.

import { open, read } from '../state/engine.js';

/** @typedef {import('../state/engine.js').Word} Word */
/** One traitor in one round. @typedef {{round: number, from: number, sealed: boolean, words: {said: Word, to: number[]}[]}} Sent */

/** @param {string} link @returns {Sent[]} */
export function sentIn(link) {
  const { scenario, spec } = read(link);
  if (scenario.lies.length === 0) return [];
  const session = open(link);
  try {
    return scenario.traitors.flatMap((from) => sentBy(session, from, spec.signed)).sort((a, b) => a.round - b.round || a.from - b.from);
  } finally {
    session.free();
  }
}

/** @param {import('../state/engine.js').Session} session @param {number} from @param {boolean} sealed */
function sentBy(session, from, sealed) {
  const rows = session.rows({ from });
  /** @type {Map<number, Sent>} */
  const rounds = new Map();
  for (const { round, to, said } of rows.window(0, rows.length)) {
    const { words } = getOr(rounds, round, { round, from, sealed, words: [] });
    const word = words.find((one) => one.said === said);
    if (word) word.to.push(to);
    else words.push({ said, to: [to] });
  }
  rows.free();
  // What he says first, then whom he leaves out.
  return [...rounds.values()].map((sent) => ({ ...sent, words: sent.words.sort((a, b) => Number(a.said === null) - Number(b.said === null)) }));
}

/** @template K, V @param {Map<K, V>} map @param {K} key @param {V} value */
function getOr(map, key, value) {
  if (!map.has(key)) map.set(key, value);
  return /** @type {V} */ (map.get(key));
}
