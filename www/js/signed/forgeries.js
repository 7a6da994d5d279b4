// Which words a traitor can put on a signed letter, and which would only be a forgery: tried in the engine, not reasoned about.

import { specOf } from '../state/engine.js';
import { choose, messageAt } from '../state/lies.js';
import { sealsOf } from '../state/session-cache.js';

/** @typedef {import('../state/types.js').Session} Session */
/** @typedef {import('../state/types.js').Scenario} Scenario */
/** @typedef {import('../state/types.js').Order} Order */

/** Longer runs are not tried beforehand: what comes of a choice is seen once it is made. */
const TRIED_UP_TO = 2_000;

/** @type {WeakMap<Session, Map<string, number | null>>} */
const known = new WeakMap();

/**
 * Whose seal would be missing, if this word were sent in the slot of a step; null where all seals would be good.
 * @param {Session} session @param {Scenario} scenario @param {(number | null)[]} perRound @param {number} step @param {Order} word
 * @returns {number | null}
 */
export function missingSeal(session, scenario, perRound, step, word) {
  if (!specOf(scenario.protocol).signed || session.length > TRIED_UP_TO) return null;
  const answers = known.get(session) ?? new Map();
  known.set(session, answers);
  const key = `${step} ${word}`;
  if (!answers.has(key)) answers.set(key, tried(session, scenario, perRound, step, word));
  return answers.get(key) ?? null;
}

/** @param {Session} session @param {Scenario} scenario @param {(number | null)[]} perRound @param {number} step @param {Order} word */
function tried(session, scenario, perRound, step, word) {
  const event = messageAt(session, step);
  if (!event) return null;
  const here = session.cursor;
  session.seek(step);
  const fork = session.fork({ lies: choose(session, scenario, perRound, step, word, 'one') });
  session.seek(here);
  const there = messageAt(fork, fork.cursor);
  const forged = there?.refused && there.said === word ? sealsOf(fork, fork.cursor).forged : null;
  fork.free();
  return forged;
}
