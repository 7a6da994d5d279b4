// What runs that are told by the rules that fire have of their own and needs no browser: how they are told, and who holds what by now.

import { isSlow } from '../state/spec.js';
import { heardWords, leaderName, partOfRound } from '../words/part-words.js';

/** @typedef {import('../state/own.js').Own} Own */

export { because } from './because.js';
export { holdsNow as holds, leaderNow as leader, standing } from './fired.js';
export { sentence } from './tell.js';

/** @type {NonNullable<Own['heard']>} */
export const heard = (s, say, message) => heardWords(say, s.scenario?.protocol, message);

/** What a round is for, which its first letter says; where there are none, how deep letters rest on each other. @type {NonNullable<Own['purpose']>} */
export function purpose(s, say, round) {
  if (isSlow(s)) return round === 1 ? say.parts('slow.round.first') : say.parts('slow.round', { count: round - 1 });
  const part = partOfRound(s, round);
  const { scenario } = s;
  return part ? say.parts(`round.of.${part.kind}`, { leader: part.leader ? leaderName(say, scenario?.protocol, part.leader) : '' }) : [];
}

/** A round as the scrubber names it, where there are rounds. @type {NonNullable<Own['roundName']>} */
export function roundName(s, say, round, size) {
  const part = s.spec?.model === 'synchronous' && size === 'long' ? partOfRound(s, round) : undefined;
  return part ? say.t('round.name', { round, part: say.t(`part.${part.kind}`) }) : say.t(`scrubber.relays.${size === 'number' ? 'number' : 'short'}`, { round });
}

/** @type {NonNullable<Own['limit']>} */
export const limit = ({ spec }, say) => say.t(spec?.model === 'synchronous' ? 'cannot.marks' : 'cannot.slow');
