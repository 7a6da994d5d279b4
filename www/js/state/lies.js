// Lies one by one: what is chosen for a message, and the list of lies after another choice. The engine says what an honest general would do.

import { roundOf, roundStart } from './motion.js';
import { RIDE_BYTES, ridesOf } from './session-cache.js';

/** @typedef {import('./types.js').Lie} Lie */
/** @typedef {import('./types.js').Scenario} Scenario */
/** @typedef {import('./types.js').Session} Session */
/** @typedef {import('./engine.js').Message} Message */
/** The truth, attack, retreat, neither order, nobody. @typedef {'T' | 'A' | 'R' | 'O' | 'N'} Choice */
/** This message, all of its sender in its round, all of its sender to its recipient. @typedef {'one' | 'round' | 'recipient'} Reach */

/** @type {Choice[]} */
const CHOICES = ['T', 'A', 'R', 'N'];

/** What can be said in a message: neither order only where the engine takes that. @param {Message} event @returns {Choice[]} */
export const choicesOf = ({ neither }) => (neither ? ['T', 'A', 'R', 'O', 'N'] : CHOICES);

/** @param {Message} event @param {Choice} choice @returns {import('./types.js').Word} */
const wordFor = ({ honest }, choice) => (choice === 'T' ? honest : choice === 'N' ? null : choice === 'O' ? 'N' : choice);

/** @param {{path: number[], to: number}} slot */
export const slotKey = ({ path, to }) => `${path.join('.')}-${to}`;

/** @param {Session} session @param {number} step @returns {Message | null} */
export function messageAt(session, step) {
  if (step < 1 || step >= session.length) return null;
  const event = session.event(step);
  return event.kind === 'message' ? event : null;
}

/**
 * The steps that one choice reaches.
 * @param {Session} session @param {(number | null)[]} perRound @param {number} step @param {Reach} reach
 */
export function reached(session, perRound, step, reach) {
  const own = messageAt(session, step);
  if (reach === 'one' || !own) return [step];
  const round = roundOf(perRound, step);
  const rounds = reach === 'round' ? [round] : perRound.map((_, i) => i + 1);
  return rounds.flatMap((r) => {
    const bytes = ridesOf(session, r);
    const first = roundStart(perRound, r) + 1;
    /** @type {number[]} */
    const steps = [];
    for (let i = 0; i < bytes.length; i += RIDE_BYTES)
      if (bytes[i] === own.from && (reach === 'round' || bytes[i + 1] === own.to)) steps.push(first + i / RIDE_BYTES);
    return steps;
  });
}

/**
 * The list of lies once a choice is made. The truth needs no entry where traitors are honest but for their single lies.
 * @param {Session} session @param {Scenario} scenario @param {(number | null)[]} perRound
 * @param {number} step @param {Choice} choice @param {Reach} reach
 * @returns {Lie[]}
 */
export function choose(session, scenario, perRound, step, choice, reach) {
  // With signatures one slot may have two words: both go where one is chosen.
  let list = scenario.lies;
  for (const k of reached(session, perRound, step, reach)) {
    const event = messageAt(session, k);
    if (!event) continue;
    const key = slotKey(event);
    const at = list.findIndex((lie) => slotKey(lie) === key);
    const said = wordFor(event, choice);
    const mine = choice === 'T' && scenario.strategy === 'honest' ? [] : [{ path: event.path, to: event.to, said }];
    const others = list.filter((lie) => slotKey(lie) !== key);
    list = at < 0 ? [...others, ...mine] : [...others.slice(0, at), ...mine, ...others.slice(at)];
  }
  return [...list];
}

/** @param {Lie[]} lies @param {Lie} gone @returns {Lie[]} */
export const without = (lies, gone) => lies.filter((lie) => slotKey(lie) !== slotKey(gone));

/** What a message amounts to now. @param {Message} event @param {Scenario} scenario @returns {Choice} */
export function choiceOf(event, { lies, strategy }) {
  const fixed = lies.some((lie) => slotKey(lie) === slotKey(event));
  if (event.said === event.honest && !(fixed && strategy === 'honest')) return 'T';
  return event.said === 'N' ? 'O' : (event.said ?? 'N');
}

/** The step that delivers a slot. @param {Session} session @param {{path: number[], to: number}} slot */
export const stepOf = (session, { path, to }) => session.stepOf(path, to);
