// What is worth remembering of a run: the rides of a round, the lies on the scrubber, what a general heard. Asked once for each session.

/** @typedef {import('./types.js').Session} Session */
/** @typedef {import('./types.js').Order} Order */
/** @typedef {import('./types.js').Word} Word */

import { roundStart } from './motion.js';

/** Bytes of one ride: from, to, said, and what is odd about it (bit 0: a lie, bit 1: not taken in). */
export const RIDE_BYTES = 4;
/** Above this many messages one general's list is not asked for. */
export const LISTED = 20_000;

/**
 * @typedef {import('../scene/types.js').Seals} Seals
 * @typedef {{rides: Map<number, Uint8Array>, lies: Map<number, number[]>, seals: Map<number, Seals>, votes: Map<number, import('./engine.js').Votes | null>, flows: Map<number, Uint32Array>, drawn: Map<string, {messages: number, lies: number}>, heard: Map<number, {step: number, received: import('./engine.js').Received[]}>}} Memory
 */
/** @type {WeakMap<Session, Memory>} */
const memory = new WeakMap();

/** @param {Session} session @returns {Memory} */
function recall(session) {
  const known = memory.get(session);
  if (known) return known;
  /** @type {Memory} */
  const fresh = { rides: new Map(), lies: new Map(), seals: new Map(), votes: new Map(), flows: new Map(), drawn: new Map(), heard: new Map() };
  memory.set(session, fresh);
  return fresh;
}

/** @param {Session} session @param {number} round @returns {Uint8Array} */
export function ridesOf(session, round) {
  const { rides } = recall(session);
  const bytes = rides.get(round) ?? session.rides(round);
  rides.set(round, bytes);
  return bytes;
}

/** How much goes from whom to whom in a round: three numbers for each pair, as the engine gives them. @param {Session} session @param {number} round */
export function flowOf(session, round) {
  const { flows } = recall(session);
  const numbers = flows.get(round) ?? session.flow(round);
  flows.set(round, numbers);
  return numbers;
}

/** The sum of one of the three over all pairs: 0 what is said, 1 the lies among it, 2 what is not sent. @param {Uint32Array} flow @param {0 | 1 | 2} which */
export const sumOf = (flow, which) => flow.reduce((sum, count, i) => (i % 3 === which ? sum + count : sum), 0);

/**
 * The steps of a round whose messages differ between two runs with the same slots.
 * @param {Session} before @param {Session} after @param {number} round @param {(number | null)[]} perRound
 */
export function changedRides(before, after, round, perRound) {
  const a = ridesOf(before, round);
  const b = ridesOf(after, round);
  const first = roundStart(perRound, round) + 1;
  /** @type {number[]} */
  const steps = [];
  for (let i = 0; i < b.length; i += RIDE_BYTES)
    if (a[i + 2] !== b[i + 2] || a[i + 3] !== b[i + 3]) steps.push(first + i / RIDE_BYTES);
  return steps;
}

/** What general g's decision rests on, of trees two levels; null where none is judged. @param {Session} session @param {number} general */
export function votesOf(session, general) {
  const { votes } = recall(session);
  const vote = votes.has(general) ? (votes.get(general) ?? null) : session.votes(general, 2);
  votes.set(general, vote);
  return vote;
}

/** The word behind each byte of `rides`. @type {readonly Word[]} */
const WORDS = ['R', 'A', null, 'N'];
/** @param {number} byte */
export const wordOf = (byte) => WORDS[byte] ?? null;

/**
 * What general g has heard after so many steps, in order; the cursor stays.
 * @param {Session} session @param {number} general @param {number} step
 */
export function heardUntil(session, general, step) {
  const { heard } = recall(session);
  const last = heard.get(general);
  if (last?.step === step) return last.received;
  const here = session.cursor;
  session.seek(step);
  const { received } = session.view(general);
  session.seek(here);
  heard.set(general, { step, received });
  return received;
}

/**
 * The indices within the round of the messages that are lies.
 * @param {Session} session @param {number} round
 * @returns {number[]}
 */
export function liesOf(session, round) {
  const { lies } = recall(session);
  const known = lies.get(round);
  if (known) return known;
  const bytes = ridesOf(session, round);
  /** @type {number[]} */
  const found = [];
  for (let i = 3; i < bytes.length; i += RIDE_BYTES) if (bytes[i] & 1) found.push((i - 3) / RIDE_BYTES);
  lies.set(round, found);
  return found;
}

/**
 * How many messages these generals send, or should have sent, and how many of them are lies.
 * @param {Session} session @param {readonly number[]} generals
 */
export function liesBy(session, generals) {
  const { drawn } = recall(session);
  const known = drawn.get(String(generals)) ?? countLies(session, generals);
  drawn.set(String(generals), known);
  return known;
}

/** @param {Session} session @param {readonly number[]} generals */
function countLies(session, generals) {
  let [messages, lies] = [0, 0];
  for (let round = 1; round <= session.roundEnds.length; round++) {
    const bytes = ridesOf(session, round);
    for (let i = 0; i < bytes.length; i += RIDE_BYTES) {
      if (!generals.includes(bytes[i])) continue;
      messages++;
      lies += bytes[i + 3] & 1;
    }
  }
  return { messages, lies };
}

/** How many messages of a round of oral messages are not sent: no honest general is silent. @param {Session} session @param {number} round */
export function silencesIn(session, round) {
  const bytes = ridesOf(session, round);
  return liesOf(session, round).filter((i) => bytes[i * RIDE_BYTES + 2] === 2).length;
}

/** Whether the last vote of one who decided was a tie; not looked up in large runs. @param {Session} session @param {import('./types.js').Verdict['decisions']} decisions */
export function tiedIn(session, decisions) {
  if (session.length > LISTED) return false;
  return Object.keys(decisions).some((id) => {
    const votes = session.votes(Number(id), 1);
    return votes !== null && 'tie' in votes && votes.tie;
  });
}

/**
 * What each general heard from the commander among the first `step` messages.
 * @param {Session} session @param {number} step
 * @returns {Map<number, Word>}
 */
export function ordersHeard(session, step) {
  const bytes = ridesOf(session, 1);
  /** @type {Map<number, Word>} */
  const orders = new Map();
  const count = Math.min(step, bytes.length / RIDE_BYTES);
  for (let i = 0; i < count; i++) orders.set(bytes[i * RIDE_BYTES + 1], wordOf(bytes[i * RIDE_BYTES + 2]));
  return orders;
}

/** What the speaker himself heard on the path before him; `undefined` where that is not looked up.
 * @param {Session} session @param {import('./engine.js').Message} message @returns {Word | undefined} */
export function heardBefore(session, message) {
  if (message.path.length < 2) return undefined;
  const step = session.stepOf(message.path.slice(0, -1), message.from);
  const told = step === null ? null : session.event(step);
  return told?.kind === 'message' ? told.said : undefined;
}

/**
 * The seals on the letter of step k: who signed, and whose seal is forged.
 * @param {Session} session @param {number} step
 * @returns {Seals}
 */
export function sealsOf(session, step) {
  const { seals } = recall(session);
  const known = seals.get(step);
  if (known) return known;
  const event = session.event(step);
  const message = event.kind === 'message' ? event : null;
  const forged = message?.refused ? session.letter(step)?.seals.find((seal) => !seal.holds) : undefined;
  const found = { signers: message?.path ?? [], forged: forged?.signer ?? null };
  seals.set(step, found);
  return found;
}

/** How many messages of a round were not taken in. @param {Session} session @param {number} round */
export function refusedIn(session, round) {
  const bytes = ridesOf(session, round);
  let count = 0;
  for (let i = 3; i < bytes.length; i += RIDE_BYTES) count += bytes[i] >> 1;
  return count;
}

/** Steps in each round. @param {Session} session */
export function roundCounts(session) {
  const ends = [0, ...session.roundEnds];
  return ends.slice(1).map((end, round) => end - ends[round]);
}

/** The last step of a round, of round 0 the beginning; another run may have more rounds. @param {Session} session @param {number} round */
export const endOfRound = (session, round) => (round === 0 ? 0 : session.roundEnds[Math.min(round, session.roundEnds.length) - 1]);

/**
 * The step at which this message came to him.
 * @param {Session} session @param {number} general @param {import('./engine.js').Received} r
 */
export function stepReceived(session, general, r) {
  for (let k = endOfRound(session, r.round - 1) + 1; k <= endOfRound(session, r.round); k++) {
    const event = session.event(k);
    if (event.kind === 'message' && event.to === general && event.said === r.said && event.path.join('.') === r.path.join('.'))
      return k;
  }
  return null;
}
