// What may be done to the signed letter under the glass: look at it, change its bytes, put them back, forge, steal a key.

import { bytesOf, orderOf } from './letter-codec.js';

/** @typedef {import('./types.js').State} State */
/** @typedef {import('./types.js').Session} Session */
/** @typedef {Partial<State>} Patch */

/**
 * The letter of a step as it travels, or null where none does.
 * @param {Session | null} session @param {number} step
 * @returns {State['letter']}
 */
export function letterAt(session, step) {
  const letter = session && step >= 1 && step < session.length ? session.letter(step) : null;
  if (!letter) return null;
  const sent = bytesOf(letter);
  return { step, sent, bytes: sent };
}

/**
 * What the traitor who brings this letter would have to say in its slot to bring it with the order that it bears now.
 * @param {State} s @returns {import('./engine.js').Changes | null}
 */
export function forgery({ session, scenario, letter }) {
  const event = letter && session ? session.event(letter.step) : null;
  const said = letter ? orderOf(letter.bytes) : null;
  if (!event || event.kind !== 'message' || !scenario || !said || event.said === said || !scenario.traitors.includes(event.from))
    return null;
  const slot = `${event.path.join('.')}-${event.to}`;
  const others = scenario.lies.filter((lie) => `${lie.path.join('.')}-${lie.to}` !== slot);
  return { lies: [...others, { path: event.path, to: event.to, said }] };
}

/** @type {import('./actions.js').Handlers<import('./actions.js').LetterAction>} */
export const letterHandlers = {
  letter: (s, { step }) => {
    const letter = letterAt(s.session, step);
    return letter ? { letter, playing: false, motion: null } : {};
  },
  'letter-bytes': (s, { bytes }) => (s.letter ? { letter: { ...s.letter, bytes } } : {}),
  'letter-close': () => ({ letter: null }),
};
