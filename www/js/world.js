// From a run, a cursor and a moment of time to what stands and rides on the map. Pure: same input, same world.

import { arrived, FLASH_MS, roundOf, roundStart } from './motion.js';
import { GLYPHS, SCROLLS } from './scene/crowd.js';
import { ordersHeard, RIDE_BYTES, ridesOf, sealsOf, wordOf } from './tally.js';

/** @typedef {import('./types.js').World} World */
/** @typedef {import('./types.js').Ride} Ride */
/** @typedef {import('./types.js').Order} Order */
/**
 * @typedef {Pick<import('./types.js').State, 'session' | 'scenario' | 'verdict' | 'cursor' | 'length' | 'perRound' | 'motion' | 'still' | 'chosen' | 'lit' | 'message' | 'flash' | 'pointed'>} Seen
 */

/** Where a messenger is drawn on the road when nothing may move. */
export const STILL_AT = 0.55;
/** A round with more messengers is told by its count; they are not drawn. */
export const DRAWN = 120_000;
/** From this part of a ride on a refused letter is thrown away. */
const FALLS_FROM = 0.9;

/** @param {Uint8Array} bytes @param {number} i @param {number} progress @param {number} index @returns {Ride} */
function ride(bytes, i, progress, index) {
  const at = i * RIDE_BYTES;
  return { from: bytes[at], to: bytes[at + 1], said: wordOf(bytes[at + 2]), lie: (bytes[at + 3] & 1) === 1, progress, index };
}

/**
 * A signed letter bears its seals where there is room to draw them; one that is refused falls once it has arrived.
 * @param {Seen} s @param {Ride[]} rides @returns {Ride[]}
 */
function sealed(s, rides) {
  const { session, scenario } = s;
  if (!session || scenario?.protocol !== 'sm' || rides.length > SCROLLS) return rides;
  return rides.map((r) => {
    const seals = sealsOf(session, r.index);
    const falls = seals.forged !== null && !s.still;
    return { ...r, seals, dropped: falls ? Math.max(0, (r.progress - FALLS_FROM) / (1 - FALLS_FROM)) : 0 };
  });
}

/** @typedef {{rides: Ride[], crowd: World['crowd']}} OnTheRoad */
/** @type {OnTheRoad} */
const NOBODY = { rides: [], crowd: null };

/** @param {Seen} s @returns {OnTheRoad} */
function onTheRoad(s) {
  const m = s.motion;
  if (!s.session || (s.cursor === 0 && !m) || m?.what === 'ending' || (!m && s.cursor >= s.length)) return NOBODY;
  const round = m ? m.round : roundOf(s.perRound, s.cursor);
  const before = roundStart(s.perRound, round);
  if (m?.what === 'round') {
    const count = s.perRound[round - 1] ?? 0;
    if (count > DRAWN) return NOBODY;
    const bytes = ridesOf(s.session, round);
    const progress = s.still ? STILL_AT : m.progress;
    if (count > GLYPHS) return { rides: [], crowd: { rides: bytes, progress: new Float32Array(count).fill(progress) } };
    return {
      rides: sealed(
        s,
        Array.from({ length: count }, (_, i) => ride(bytes, i, progress, before + i + 1)),
      ),
      crowd: null,
    };
  }
  const progress = s.still ? STILL_AT : m ? m.progress : 1;
  return { rides: sealed(s, [ride(ridesOf(s.session, round), s.cursor - before - 1, progress, s.cursor)]), crowd: null };
}

/**
 * Is the message of this step on the map now?
 * @param {Pick<Seen, 'session' | 'cursor' | 'length' | 'perRound' | 'motion'>} s @param {number} step
 */
export function riding(s, step) {
  if (!s.session || step >= s.length || s.motion?.what === 'ending') return false;
  return s.motion?.what === 'round' ? roundOf(s.perRound, step) === s.motion.round : s.cursor === step;
}

/**
 * How the day ends for those whose deeds are judged: loyal generals, the commander's order among them.
 * @param {Record<string, Order>} decisions @param {Order | null} commander
 * @returns {'attack' | 'retreat' | 'split' | null}
 */
export function endingOf(decisions, commander) {
  const words = new Set(Object.values(decisions));
  if (commander) words.add(commander);
  if (words.size === 0) return null;
  return words.size === 2 ? 'split' : words.has('A') ? 'attack' : 'retreat';
}

/** @param {Seen} s @returns {World} */
export function world(s) {
  if (!s.scenario) return { generals: [], chosen: null, rides: [], witnesses: [], ending: null };
  const { n, order, traitors } = s.scenario;
  const known = s.length > 0 ? arrived(s) : 0;
  const over = s.length > 0 ? s.cursor >= s.length : s.verdict !== null;
  const heard = s.session && known > 0 ? ordersHeard(s.session, known) : new Map();
  const decisions = over && s.verdict ? s.verdict.decisions : {};
  const loyalCommander = !traitors.includes(1);
  const kind = over ? endingOf(decisions, loyalCommander ? order : null) : null;
  const generals = Array.from({ length: n }, (_, i) => {
    const id = i + 1;
    const decision = over && id === 1 && loyalCommander ? order : (decisions[id] ?? null);
    return {
      id,
      loyal: !traitors.includes(id),
      commander: id === 1,
      leaning: over ? null : id === 1 ? order : (heard.get(id) ?? null),
      decision,
    };
  });
  const progress = s.still || !s.motion ? 1 : s.motion.progress;
  return {
    generals,
    chosen: s.chosen,
    ...onTheRoad(s),
    lit: s.lit !== null && riding(s, s.lit) ? s.lit : null,
    picked: s.message,
    flash: s.flash && { steps: s.flash.steps, strength: s.flash.left / FLASH_MS },
    pointed: s.pointed,
    witnesses: over && known === s.cursor && s.verdict ? [...new Set([...s.verdict.agreement.witnesses, ...s.verdict.validity.witnesses])] : [],
    ending: kind && s.session ? { kind, progress } : null,
  };
}
