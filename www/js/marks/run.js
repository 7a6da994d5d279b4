// What runs that are told by the rules that fire have of their own and needs no browser: how they are told, and who holds what by now.

import { povOf, visibleTime } from '../state/pov.js';
import { isSlow } from '../state/spec.js';
import { heardWords, leaderName, partOfRound } from '../words/part-words.js';

/** @typedef {import('../state/own.js').Own} Own */

export { because } from './because.js';
export { kept } from './kept.js';
export { holdsNow as holds, leaderNow as leader, standing } from './fired.js';
export { sentence } from './tell.js';
export { waited } from './wait.js';

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
  if (isSlow(s) && povOf(s) !== null) return '';
  if (isSlow(s) && size === 'long') return say.t('slow.from', { round });
  const part = s.spec?.model === 'synchronous' && size === 'long' ? partOfRound(s, round) : undefined;
  return part ? say.t('round.name', { round, part: say.t(`part.${part.kind}`) }) : say.t(`scrubber.relays.${size === 'number' ? 'number' : 'short'}`, { round });
}

/** @type {NonNullable<Own['limit']>} */
export const limit = ({ spec }, say) => say.t(spec?.model === 'synchronous' ? 'cannot.marks' : 'cannot.slow');

/** Which moment it is where letters come one at a time: the step, and how deep its letter rests on others, which no one general knows. @type {NonNullable<Own['moment']>} */
export function moment(s, say) {
  const { session, cursor } = s;
  if (!session || !isSlow(s)) return null;
  if (cursor === 0) return say.t('phase.before');
  const step = visibleTime(s).place(cursor);
  if (povOf(s) !== null) return say.t('slow.moment.own', { step });
  const event = session.event(cursor);
  return event.kind === 'message' ? say.t('slow.moment', { step, depth: event.round }) : null;
}

/** The furthest step of his that eyes have come to, by the run. @type {WeakMap<import('../state/types.js').Session, Map<number, number>>} */
const furthest = new WeakMap();

/** Through eyes the line of time is as long as what has been seen: how much is still to come nobody knows. @type {NonNullable<Own['time']>} */
export function time(s) {
  const viewer = povOf(s);
  if (!s.session || viewer === null || !isSlow(s)) return null;
  const whole = visibleTime(s);
  const all = furthest.get(s.session) ?? new Map();
  furthest.set(s.session, all);
  const seen = Math.max(whole.place(s.cursor), all.get(viewer) ?? 0);
  all.set(viewer, seen);
  const isOpen = seen < whole.length;
  return { ...whole, perRound: [isOpen ? seen : seen - 1], length: seen, isOpen };
}
