// From a run, a cursor and a moment of time to what stands and rides on the map. Pure: same input, same world.

import { arrived, FLASH_MS, isInFlight, roundOf, roundStart } from '../state/motion.js';
import { GLYPHS, SCROLLS } from './crowd.js';
import { keptSteps } from './kept.js';
import { isCovered } from '../state/lesson.js';
import { povOf, givenOrder, givenTo, loyalty, canSee } from '../state/pov.js';
import { ownOf } from '../state/own.js';
import { bearsSeals, hasOpinions, hasOrder, isCommander } from '../state/spec.js';
import { flowOf, ordersHeard, RIDE_BYTES, ridesOf, sealsOf, wordOf } from '../state/session-cache.js';

/** @typedef {import('../state/types.js').World} World */
/** @typedef {import('../state/types.js').Ride} Ride */
/** @typedef {import('../state/types.js').Order} Order */
/**
 * @typedef {Pick<import('../state/types.js').State, 'session' | 'scenario' | 'spec' | 'verdict' | 'cursor' | 'length' | 'perRound' | 'motion' | 'still' | 'chosen' | 'lit' | 'message' | 'flash' | 'pointed' | 'place' | 'differing' | 'uncovered'>} Seen
 */

/** Where a messenger is drawn on the road when nothing may move. */
export const REDUCED_MOTION_PROGRESS = 0.55;
/** Of a round with more messengers only the flow from one to the other is drawn. */
export const DRAWN = 120_000;
/** So many messengers find room in the strip over the table, or beside those who stay. */
const AMONG = 12;
/** From this part of a ride on a refused letter is thrown away. */
const FALLS_FROM = 0.9;

/** @param {Uint8Array} bytes @param {number} i @param {number} progress @param {number} index @returns {Ride} */
function ride(bytes, i, progress, index) {
  const at = i * RIDE_BYTES;
  return { from: bytes[at], to: bytes[at + 1], said: wordOf(bytes[at + 2]), lie: (bytes[at + 3] & 1) === 1, progress, index };
}

/**
 * A signed letter bears its seals where there is room to draw them; one that is refused falls once it has arrived, and does not show them while a lesson asks.
 * @param {Seen} s @param {Ride[]} rides @returns {Ride[]}
 */
function withSeals(s, rides) {
  const { session } = s;
  if (!session || !bearsSeals(s) || rides.length > SCROLLS) return rides;
  return rides.map((r) => {
    const seals = sealsOf(session, r.index);
    if (seals.forged !== null && isCovered(s)) return r;
    const falls = seals.forged !== null && !s.still;
    return { ...r, seals, dropped: falls ? Math.max(0, (r.progress - FALLS_FROM) / (1 - FALLS_FROM)) : 0 };
  });
}

/** @typedef {{rides: Ride[], crowd: World['crowd'], flow: World['flow']}} OnTheRoad */
/** @type {WeakMap<Uint8Array, {viewer: number, own: number[], rides: Uint8Array}>} */
const owned = new WeakMap();

/** What a viewer in fog sees of a round: his own messengers. @param {Seen} s @param {Uint8Array} bytes @param {number} viewer */
function ownRides(s, bytes, viewer) {
  const known = owned.get(bytes);
  if (known?.viewer === viewer) return known;
  const own = [];
  for (let at = 0; at < bytes.length; at += RIDE_BYTES) if (canSee(s, bytes[at], bytes[at + 1])) own.push(at / RIDE_BYTES);
  const rides = Uint8Array.from(own.flatMap((i) => [...bytes.subarray(i * RIDE_BYTES, (i + 1) * RIDE_BYTES)]));
  const found = { viewer, own, rides };
  owned.set(bytes, found);
  return found;
}

/**
 * The roads of the round that are out of sight.
 * @param {Seen} s @returns {NonNullable<World['unseen']>}
 */
function hiddenRoads(s) {
  const viewer = povOf(s);
  const m = s.motion;
  if (viewer === null || !s.session || !s.scenario || (s.cursor === 0 && !m) || s.cursor >= s.length) return [];
  const from = hasOpinions(s) ? 1 : 2;
  const others = Array.from({ length: s.scenario.n + 1 - from }, (_, i) => i + from).filter((id) => id !== viewer);
  const first = (m ? m.round : roundOf(s.perRound, s.cursor)) === 1;
  if (first && !hasOpinions(s)) return viewer === 1 ? [] : others.map((to) => ({ from: 1, to }));
  return others.flatMap((from) => others.filter((to) => to !== from).map((to) => ({ from, to })));
}

/** The round whose messengers are too many to draw and are shown as a flow, if that is now. @param {Pick<Seen, 'session' | 'motion' | 'perRound'>} s */
export function flowing({ session, motion, perRound }) {
  return session && motion?.what === 'round' && (perRound[motion.round - 1] ?? 0) > DRAWN ? motion.round : null;
}

/** @type {OnTheRoad} */
const NOBODY = { rides: [], crowd: null, flow: null };

/** @param {Seen} s @returns {OnTheRoad} */
function onTheRoad(s) {
  const m = s.motion;
  if (!s.session || (s.cursor === 0 && !m) || m?.what === 'ending' || (!m && s.cursor >= s.length)) return NOBODY;
  const round = m ? m.round : roundOf(s.perRound, s.cursor);
  const before = roundStart(s.perRound, round);
  if (m?.what === 'round') {
    const count = s.perRound[round - 1] ?? 0;
    const viewer = povOf(s);
    if (flowing(s)) {
      const key = `${s.session.link()} ${round} ${viewer}`;
      return { ...NOBODY, flow: { key, numbers: flowOf(s.session, round), blind: viewer !== null, seen: (from, to) => canSee(s, from, to) } };
    }
    const bytes = ridesOf(s.session, round);
    const progress = s.still ? REDUCED_MOTION_PROGRESS : m.progress;
    const seen = viewer === null ? null : ownRides(s, bytes, viewer);
    const own = seen?.own ?? null;
    if ((own?.length ?? count) > GLYPHS) {
      return { ...NOBODY, crowd: { rides: seen?.rides ?? bytes, time: progress, blind: own !== null, before, own } };
    }
    const all = own ?? Array.from({ length: count }, (_, i) => i);
    const rides = all.map((i) => ride(bytes, i, progress, before + i + 1));
    return { ...NOBODY, rides: withSeals(s, rides) };
  }
  const progress = s.still ? REDUCED_MOTION_PROGRESS : m ? m.progress : 1;
  const bytes = ridesOf(s.session, round);
  const at = (s.cursor - before - 1) * RIDE_BYTES;
  if (!canSee(s, bytes[at], bytes[at + 1])) return NOBODY;
  return { ...NOBODY, rides: withSeals(s, [ride(bytes, s.cursor - before - 1, progress, s.cursor)]) };
}

/**
 * How the day ends for those whose deeds are judged: loyal generals, the commander's order among them.
 * @param {import('../state/types.js').Verdict['decisions']} decisions null of who never decided @param {Order | null} commander
 * @returns {'attack' | 'retreat' | 'split' | null}
 */
export function endingOf(decisions, commander) {
  const words = new Set(Object.values(decisions));
  if (commander) words.add(commander);
  // Who never decides does not attack.
  const isAlone = words.delete(null) && words.has('A');
  if (words.size === 0) return null;
  return isAlone || words.size === 2 ? 'split' : words.has('A') ? 'attack' : 'retreat';
}

/**
 * What stays on the roads, below what rides there.
 * @param {Seen} s @param {number[]} steps @param {OnTheRoad} road @returns {OnTheRoad}
 */
function withKept(s, steps, road) {
  const { session, perRound } = s;
  if (!session || road.crowd || road.flow || steps.length === 0 || road.rides.length > AMONG) return road;
  const kept = steps.map((step) => {
    const round = roundOf(perRound, step);
    return { ...ride(ridesOf(session, round), step - roundStart(perRound, round) - 1, 1, step), kept: true };
  });
  const riding = road.rides.filter(({ index }) => !steps.includes(index));
  return { ...road, rides: [...withSeals(s, kept), ...riding] };
}

/** A word as an order, where it is one. @param {import('../state/types.js').Word | undefined} word @returns {Order | null} */
const orderOf = (word) => (word === 'A' || word === 'R' ? word : null);

/** In fog no messenger shows whether he lies. @param {OnTheRoad} road @param {boolean} fog @returns {OnTheRoad} */
const hideLies = (road, fog) => (fog ? { ...road, rides: road.rides.map((ride) => ({ ...ride, lie: null })) } : road);

/**
 * Over the table the message that is chosen rides among those of its round, where they are few, and only whom it concerns stands out.
 * @template {Seen} S @param {S} s @returns {S}
 */
export function withSelectedRoundVisible(s) {
  const { message, perRound } = s;
  if (s.place.view !== 'table' || message === null || !s.session) return s;
  const round = roundOf(perRound, message);
  const at = (message - roundStart(perRound, round) - 1) * RIDE_BYTES;
  const pointed = [...ridesOf(s.session, round).subarray(at, at + 2)];
  const alone = (perRound[round - 1] ?? 0) > AMONG;
  return { ...s, motion: { what: alone ? 'message' : 'round', round, progress: REDUCED_MOTION_PROGRESS, rest: 0, held: true }, pointed, lit: s.lit ?? message };
}

/** @param {Seen} s @returns {World} */
export function world(s) {
  if (!s.scenario) return { generals: [], chosen: null, rides: [], witnesses: [], ending: null };
  const { n } = s.scenario;
  const viewer = povOf(s);
  const known = s.length > 0 ? arrived(s) : 0;
  const over = s.length > 0 ? s.cursor >= s.length : s.verdict !== null && viewer === null;
  const heard = s.session && known > 0 && !hasOpinions(s) ? ordersHeard(s.session, known) : new Map();
  const decisions = over && s.verdict ? s.verdict.decisions : {};
  const order = givenOrder(s);
  // Who leads decides as the others do.
  const obeyed = s.spec?.inputs === 'commander' && loyalty(s, 1) === true ? order : null;
  const kind = over && viewer === null ? endingOf(decisions, obeyed) : null;
  const judged = over && known === s.cursor && viewer === null && s.verdict;
  const own = ownOf(s);
  const generals = Array.from({ length: n }, (_, i) => {
    const id = i + 1;
    const known = viewer === null || viewer === id;
    const decision = !known ? null : (over && isCommander(s, id) ? obeyed : null) ?? decisions[id] ?? null;
    return {
      id,
      loyal: loyalty(s, id),
      commander: own.leader ? own.leader(s) === id : hasOrder(s, id),
      opinion: own.holds?.(s, id) ?? (hasOpinions(s) ? givenTo(s, id) : null),
      standing: over ? null : own.standing?.(s, id),
      leaning: over ? null : hasOrder(s, id) ? order : known ? orderOf(heard.get(id)) : null,
      decision,
    };
  });
  const progress = s.still || !s.motion ? 1 : s.motion.progress;
  const kept = keptSteps(s);
  return {
    generals,
    chosen: s.chosen,
    ...hideLies(withKept(s, kept, onTheRoad(s)), viewer !== null),
    unseen: hiddenRoads(s),
    lit: s.lit !== null && (isInFlight(s, s.lit) || kept.includes(s.lit)) ? s.lit : null,
    picked: s.message,
    flash: viewer === null && s.flash ? { steps: s.flash.steps, strength: s.flash.left / FLASH_MS } : null,
    differing: viewer === null ? s.differing : null,
    pointed: s.pointed,
    witnesses: judged ? [...new Set([...judged.agreement.witnesses, ...judged.validity.witnesses, ...(judged.termination?.witnesses ?? [])])] : [],
    ending: kind && s.session ? { kind, progress } : null,
  };
}
