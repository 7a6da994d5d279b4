// The one sentence of a step of two generals: who sends what, who is caught, and what comes of it.

import { povOf } from '../state/pov.js';
import { caughtOf } from './riders.js';
import { nth } from './words.js';

/** @typedef {import('../state/types.js').State} State */
/** @typedef {import('../words/i18n.js').Speech} Speech */
/** @typedef {import('../words/i18n.js').Part} Part */
/** @typedef {import('../state/types.js').Order} Order */

/** What both do in the end, without a full stop. @param {Speech} say @param {import('../state/types.js').Verdict['decisions']} decisions @param {Order | null} order that was given */
export function endWords(say, decisions, order) {
  const [one, two] = [decisions['1'], decisions['2']];
  if (one === two) return say.t(one === 'A' ? 'told.attack' : order === 'R' ? 'told.retreat' : 'told.stay');
  const [who, other] = one === 'A' ? [1, 2] : [2, 1];
  return say.t('told.alone', { who: say.general(who), other: say.general(other) });
}

/** @param {Speech} say @param {{from: number, to: number, path: number[], said: import('../state/types.js').Word}} event @param {boolean} isCaught whether that is seen */
function tellMessenger(say, { from, to, path: [id], said }, isCaught) {
  const who = { from: say.general(from), to: say.general(to), order: say.order(said), nth: nth(say, id) };
  if (isCaught) return say.parts('told.caught', who);
  return say.parts(id === 1 ? 'told.1' : id === 2 ? 'told.2' : 'told.later', who);
}

/**
 * The sentence of this moment, where it is not told as everywhere; null: it is.
 * @param {State} s @param {Speech} say @returns {Part[] | null}
 */
export function sentence(s, say) {
  const { session, motion, cursor, scenario } = s;
  // A round is one messenger.
  const step = motion?.what === 'round' ? motion.round : cursor;
  if (!session || !scenario || step === 0) return null;
  const event = session.event(step);
  const viewer = povOf(s);
  const lost = caughtOf(s);
  if (event.kind !== 'decide') return tellMessenger(say, event, viewer === null && step === lost);
  if (viewer !== null) return null;
  const end = endWords(say, event.decisions, scenario.order);
  return lost ? say.parts('told.end.caught', { nth: nth(say, lost), end }) : say.parts('told.end.all', { end });
}
