// What the ladder says: of each rung what a traitor may do there, what came of it and how that is known, never more than was tried.

import { hasOpinions } from '../state/spec.js';

/** @typedef {import('#generals').Ladder} Ladder */
/** @typedef {import('#generals').Rung} Rung */
/** @typedef {keyof Ladder} Kind */
/** @typedef {import('../words/i18n.js').Speech} Speech */

/** From the strongest to the weakest. @type {readonly Kind[]} */
export const KINDS = ['arbitrary', 'twins', 'omission', 'crash'];

/** Whether finding nothing means that there is nothing. @param {Rung} rung */
const isCertain = ({ kind }) => kind === 'exact' || kind === 'exhausted';

/** The weakest who is known to break a condition. @param {Ladder} ladder */
export const weakest = (ladder) => KINDS.findLast((kind) => ladder[kind]?.breaks) ?? null;

/** What a traitor may do. @param {Speech} say @param {Kind} kind @param {Pick<import('../state/types.js').State, 'spec'>} state */
export const mayOf = ({ t, under }, kind, state) => t(under(`lab.ladder.may.${kind}`, hasOpinions(state) ? 'everyone' : undefined));

/** What came of a rung. @param {Speech} say @param {Kind} kind @param {Rung | null} rung */
export function rungWords({ t }, kind, rung) {
  if (!rung) return t('lab.ladder.unasked');
  const { breaks, tried: count } = rung;
  if (breaks) return t(isCertain(rung) ? `lab.ladder.broken.${rung.kind}` : 'lab.ladder.broken.part', { count });
  if (rung.kind === 'exact') return t(kind === 'arbitrary' ? 'lab.ladder.none.exact' : 'lab.ladder.none.weaker');
  return t(`lab.ladder.none.${rung.kind}`, { count });
}

/** The mark of a rung: nothing breaks is said only where it is certain. @param {Rung | null} rung @returns {'holds' | 'broken' | 'free'} */
export const stateOf = (rung) => (rung?.breaks ? 'broken' : rung && isCertain(rung) ? 'holds' : 'free');

/** What came of all four. @param {Speech} say @param {Ladder} ladder */
export function ladderWords({ t }, ladder) {
  const kind = weakest(ladder);
  if (kind) return t('lab.ladder.weakest', { kind: t(`lab.ladder.${kind}`) });
  const rungs = KINDS.map((name) => ladder[name]);
  return t(rungs.every((rung) => rung && isCertain(rung)) ? 'lab.ladder.none' : 'lab.ladder.unknown');
}
