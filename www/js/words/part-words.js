// What a letter is for, in words: its name with its phase, who leads that, and how it stands in lists. Pure.

import { roundStart } from '../state/motion.js';

/** @typedef {import('./i18n.js').Speech} Speech */
/** @typedef {import('#generals').Part} Part */
/** @typedef {import('../state/types.js').Word} Word */

/** “King 2”, as the protocol calls who leads. @param {Speech} say @param {string | undefined} protocol @param {number} leader */
export const leaderName = (say, protocol, leader) => say.t(say.under('leader.name', protocol), { who: say.general(leader), id: say.id(leader) });

/** “Phase 2”. @param {Speech} say @param {string | undefined} protocol @param {number} phase */
export const phaseName = (say, protocol, phase) => say.t(say.under('phase.name', protocol), { phase });

/** “Phase 2, proposal”; what a program says in a round has no other name. @param {Speech} say @param {string | undefined} protocol @param {Part} part */
export function partName(say, protocol, { kind, phase }) {
  const name = phaseName(say, protocol, phase);
  return kind === 'word' ? name : say.t('part.in', { phase: name, part: say.t(`part.${kind}`) });
}

/** What the first letter of a round is for; where there are rounds, all of it is for that. @param {Pick<import('../state/types.js').State, 'session' | 'perRound'>} s @param {number} round */
export function partOfRound({ session, perRound }, round) {
  const first = session?.event(roundStart(perRound, round) + 1);
  return first?.kind === 'message' ? first.part : undefined;
}

/** How it stands among what was heard. @param {Speech} say @param {string | undefined} protocol @param {{path: number[], said: Word, part?: Part, refused?: string}} heard */
export function heardWords(say, protocol, { path, said, part, refused }) {
  if (!part) return null;
  const key = said === null ? 'heard.part.none' : refused ? 'heard.part.refused' : said === 'N' ? 'heard.part.N' : 'heard.part';
  return say.t(key, { from: say.general(path[path.length - 1]), order: say.order(said), part: partName(say, protocol, part) });
}
