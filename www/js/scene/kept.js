// The messages that stay on the roads once they have come, so that the picture shows why: at the end those on which the decision of
// the chosen general rests; beside another run all that its general has heard, and what is said otherwise there.

import { arrived } from '../state/motion.js';
import { isComparing } from '../state/comparing.js';
import { povOf } from '../state/pov.js';
import { RIDE_BYTES, ridesOf, stepReceived, votesOf, wordOf } from '../state/session-cache.js';
import { ownOf } from '../state/own.js';
import { noticesSilence, restsOn } from '../state/spec.js';

/** @typedef {import('./world.js').Seen} Seen */

/** More than these would hide the map. */
const FEW = 16;
/** So many rounds say directly what he weighs: the order, and what each other says of it. */
const WEIGHED = 2;

/** The steps of what comes to a general in the first rounds, and of what he waits for in vain. @param {Seen} s @param {number} general @param {number} rounds */
function heardBy(s, general, rounds) {
  const { session, perRound } = s;
  const missed = noticesSilence(s);
  /** @type {number[]} */
  const steps = [];
  let before = 0;
  for (let round = 1; session && round <= Math.min(rounds, perRound.length) && steps.length <= FEW; round++) {
    const bytes = ridesOf(session, round);
    for (let at = 0; at < bytes.length; at += RIDE_BYTES) {
      if (bytes[at + 1] === general && (missed || wordOf(bytes[at + 2]) !== null)) steps.push(before + at / RIDE_BYTES + 1);
    }
    before += bytes.length / RIDE_BYTES;
  }
  return steps;
}

/** What the decision of a general rests on. @param {Seen} s @param {number} general @returns {number[]} */
function deciding(s, general) {
  if (!s.session || s.verdict?.decisions[general] === undefined) return [];
  const own = ownOf(s).kept;
  if (own) return own(s, general);
  if (restsOn(s, 'vector')) return heardBy(s, general, 1);
  if (!restsOn(s, 'letters')) return heardBy(s, general, restsOn(s, 'bag') ? Infinity : WEIGHED);
  const votes = votesOf(s.session, general);
  const held = votes && 'values' in votes ? votes.values : [];
  return held.flatMap((letter) => (s.session && stepReceived(s.session, general, letter)) ?? []);
}

/** The steps whose messages stay. @param {Seen} s @returns {number[]} */
export function keptSteps(s) {
  if (!s.session) return [];
  /** @type {number[]} */
  let steps = [];
  if (isComparing(s)) {
    const heard = s.chosen === null ? [] : heardBy(s, s.chosen, Infinity);
    steps = [...new Set([...heard, ...(s.differing ?? [])])].filter((step) => step <= arrived(s)).sort((a, b) => a - b);
  } else if (s.cursor >= s.length) {
    const general = povOf(s) ?? s.chosen;
    steps = general === null ? [] : deciding(s, general);
  }
  return steps.length <= FEW ? steps : [];
}
